using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Recommended;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Recommendations;

/// <summary>Says which recommendation has taken the place of this one.</summary>
public sealed class SupersededModel(GetRecommendation getRecommendation, SupersedeRecommendation supersede) : PortalPage
{
    private const int MostLabel = 120;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public SupersededForm Input { get; set; } = new();

    public RecommendationView Row { get; private set; } = null!;

    public IReadOnlyList<Choice> Offered { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Input = new SupersededForm { Revision = Row.Revision };
        return Row is { MayNote: true, IsOpen: true } ? Page() : LocalRedirect(Links.Recommendation(Id));
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Row = await getRecommendation.ExecuteAsync(Id, Actor, cancellationToken);
        Offered = [.. (await supersede.OfferedAsync(Id, Actor, cancellationToken)).Select(row => new Choice(row.Id.ToString(), Label(row)))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await supersede.ExecuteAsync(Id, new SupersedeInput(Input.Revision) { ById = Input.ById, Comment = Input.Comment }, Actor, cancellationToken);
        Flash("Superseded.Done");
        return LocalRedirect(Links.Recommendation(Id));
    }

    private static string Label(Successor row)
    {
        var label = $"{row.Reference} · {row.Number} {row.Text.In(Languages.Current)}";
        return label.Length <= MostLabel ? label : label[..MostLabel] + "…";
    }

    /// <summary>As it is typed.</summary>
    public sealed record SupersededForm
    {
        public Guid? ById { get; init; }

        public string? Comment { get; init; }

        public int Revision { get; init; }
    }
}
