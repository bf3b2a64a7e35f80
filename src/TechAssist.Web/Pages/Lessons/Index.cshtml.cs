using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Search;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Lessons;

/// <summary>What was learnt: lessons, findings and recommendations of all cases the reader sees, by words and by what they are about.</summary>
public sealed class IndexModel(SearchLessons searchLessons, ReferenceChoices choices) : PortalPage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public LessonFilter Filter { get; set; } = new();

    public ReferenceChoices Choices => choices;

    public LessonsFound Found { get; private set; } = new([], null, SearchWords.Of(null), HasNoWord: false);

    /// <summary>What the search can be narrowed by, with how many texts are left.</summary>
    public IReadOnlyList<FacetChoice> Facets =>
    [
        Facet("kind", Found.Kinds, Filter.Kind?.ToString(), code => Enum.TryParse<SearchKind>(code, out var kind) ? choices.Word(kind) : code),
        Facet("theme", Tags(CaseTagKind.Theme), Filter.Theme, choices.Theme),
        Facet("country", Tags(CaseTagKind.Country), Filter.Country, choices.Country),
        Facet("type", Tags(CaseTagKind.Type), Filter.Type, choices.AssistanceType),
        Facet("year", Found.Years, Filter.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture), code => code),
    ];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        Found = await searchLessons.ExecuteAsync(Filter, Actor, cancellationToken);
    }

    /// <summary>The text in the reader's language, unless only the other one has what was searched for.</summary>
    public (IReadOnlyList<ExcerptPart> Parts, string? Lang) Shown(LessonRow row)
    {
        var (own, other) = Languages.Current == "fr" ? (row.Text.Fr, row.Text.En) : (row.Text.En, row.Text.Fr);
        var parts = Excerpt.Of(own ?? other ?? "", Found.Words);
        if (own is not null && other is not null && !parts.Any(part => part.IsHit) && Excerpt.Of(other, Found.Words) is var second && second.Any(part => part.IsHit))
        {
            return (second, Other);
        }

        return (parts, own is null ? Other : null);
    }

    public static string Address(LessonRow row) => row.RecommendationId is { } id ? Links.Recommendation(id) : $"{Links.Report(row.Reference, row.MissionNumber)}#section-{row.Section}";

    private static string Other => Languages.Current == "fr" ? "en" : "fr";

    private IReadOnlyList<Facet> Tags(CaseTagKind kind) => Found.Tags.GetValueOrDefault(kind, []);

    private FacetChoice Facet(string name, IReadOnlyList<Facet> facets, string? chosen, Func<string, string> word)
    {
        List<Choice> offered = [.. facets.Select(facet => new Choice(facet.Code, $"{word(facet.Code)} ({facet.Count})"))];
        if (!string.IsNullOrEmpty(chosen) && !offered.Exists(choice => choice.Value == chosen))
        {
            offered.Insert(0, new Choice(chosen, $"{word(chosen)} (0)"));
        }

        return new FacetChoice(name, T["Lessons.By." + name], offered, chosen);
    }

    public sealed record FacetChoice(string Name, string Label, IReadOnlyList<Choice> Choices, string? Chosen);
}
