using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Recommended;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Recommendations;

/// <summary>Who answers for a recommendation, and whether they are reminded.</summary>
public sealed class OwnerModel(GetRecommendation getRecommendation, NameOwner nameOwner) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public OwnerForm Input { get; set; } = new();

    public RecommendationView Row { get; private set; } = null!;

    public IReadOnlyList<Choice> MailLanguages => [new("fr", T["Profile.French"]), new("en", T["Profile.English"])];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var owner = Row.Owner ?? new ProgressOwner("", "", Languages.Current);
        Input = new OwnerForm { Name = owner.Name, Email = owner.Email, Language = owner.Language, AreRemindersOn = !Row.AreRemindersOff };
        return Row is { MayNote: true, IsOpen: true } ? Page() : LocalRedirect(Links.Recommendation(Id));
    }

    public override async Task LoadAsync(CancellationToken cancellationToken) => Row = await getRecommendation.ExecuteAsync(Id, Actor, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var owner = new NameOwnerInput(Input.Name ?? "", Input.Email ?? "", Input.AreRemindersOn) { Language = Input.Language ?? Languages.Current };
        await nameOwner.ExecuteAsync(Id, owner, Actor, cancellationToken);
        Flash(Input.AreRemindersOn ? "Owner.SavedOn" : "Owner.SavedOff");
        return LocalRedirect(Links.Recommendation(Id));
    }

    /// <summary>As it is typed.</summary>
    public sealed record OwnerForm
    {
        public string? Name { get; init; }

        public string? Email { get; init; }

        public string? Language { get; init; }

        public bool AreRemindersOn { get; init; }
    }
}
