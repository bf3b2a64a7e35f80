using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.People;
using TechAssist.Core.Reference;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Admin.People;

/// <summary>What the pages share on which roles are given.</summary>
public abstract class RolePage(ListCountries listCountries) : PortalPage
{
    [BindProperty]
    public InvitePersonInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Countries { get; private set; } = [];

    public IEnumerable<Choice> GlobalRoles => Choices(RolesInput.Everywhere);

    public IEnumerable<Choice> CountryRoles => Choices(RolesInput.OfCountries);

    public override async Task LoadAsync(CancellationToken cancellationToken) =>
        Countries = [.. (await listCountries.ExecuteAsync(new CountryFilter(), Languages.Current, cancellationToken)).Select(country => new Choice(country.Code, country.Name))];

    private IEnumerable<Choice> Choices(IEnumerable<Role> roles) => roles.Select(role => new Choice(role.ToString(), T["Role." + role]));
}
