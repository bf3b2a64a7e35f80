using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Clock;
using TechAssist.Core.People;
using TechAssist.Core.Reference;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Account;

public sealed class ProfileModel(ChangeProfile changeProfile, ReferenceCatalog reference) : PortalPage
{
    [BindProperty]
    public ProfileInput Input { get; set; } = new();

    public IReadOnlyList<Choice> LanguageChoices => [new("fr", T["Profile.French"]), new("en", T["Profile.English"])];

    /// <summary>By part of the world, with the time it is there.</summary>
    public IReadOnlyList<Choice> ZoneChoices =>
    [
        new("", T["Profile.TimeZoneUsual", T.City(ReaderZone.Of(Actor with { TimeZone = null }, reference.Current.Calendars))]),
        .. TimeZones.All.Select(zone => new Choice(zone.Id, zone.Id[(zone.Id.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace('_', ' '), Group: zone.Id[..zone.Id.IndexOf('/', StringComparison.Ordinal)])),
    ];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Input = await changeProfile.ReadAsync(Actor, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await changeProfile.ExecuteAsync(Input, Actor, cancellationToken);
        LanguageChoice.Remember(Response, Input.Language!);
        FlashIn(Input.Language!, "Profile.Saved");
        return LocalRedirect(Links.Profile);
    }
}
