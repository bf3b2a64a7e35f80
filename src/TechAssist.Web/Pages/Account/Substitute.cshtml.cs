using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Clock;
using TechAssist.Core.People.Substitutes;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Account;

/// <summary>Who does an officer's work while away, and whose work the officer does.</summary>
[Authorize(Access.Secretariat)]
public sealed class SubstituteModel(NameSubstitute nameSubstitute, EndSubstitution endSubstitution, ListSubstitutions listSubstitutions, SecretariatOffice office) : PortalPage
{
    [BindProperty]
    public NameSubstituteInput Input { get; set; } = new();

    public IReadOnlyList<SubstitutionRow> Mine { get; private set; } = [];

    public IReadOnlyList<SubstitutionRow> Theirs { get; private set; } = [];

    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    public string City => T.City(TimeZoneInfo.FindSystemTimeZoneById(office.TimeZone));

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var rows = await listSubstitutions.ExecuteAsync(Actor, cancellationToken);
        (Mine, Theirs) = ([.. rows.Where(row => row.IsMine)], [.. rows.Where(row => !row.IsMine)]);
        var colleagues = await listSubstitutions.ColleaguesAsync(Actor, cancellationToken);
        Colleagues = [new("", T["Substitute.Choose"]), .. colleagues.Select(person => new Choice(person.Id.ToString(), person.Name))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await nameSubstitute.ExecuteAsync(Input, Actor, cancellationToken);
        await LoadAsync(cancellationToken);
        var culture = Languages.Culture(Languages.Current);
        Flash(
            "Substitute.Named", Colleagues.First(choice => choice.Value == Input.SubstituteId.ToString()).Label,
            Input.FromOn!.Value.ToString("d MMMM", culture), Input.ToOn!.Value.ToString("d MMMM yyyy", culture));
        return LocalRedirect(Links.Substitute);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellationToken)
    {
        await endSubstitution.ExecuteAsync(id, Actor, cancellationToken);
        Flash("Substitute.EndedNow");
        return LocalRedirect(Links.Substitute);
    }
}
