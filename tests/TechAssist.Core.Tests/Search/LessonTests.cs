using TechAssist.Core.EndOfMission;
using TechAssist.Core.Requests;
using TechAssist.Core.Search;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Search;

/// <summary>What an accepted report taught is found by its words, by those who see its case, and by nobody else.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class LessonTests(Provider provider)
{
    private static readonly ReportContent Text = CaseTexts.Report with
    {
        Lessons = "Préparer les **données** avant l’atelier ; l’œuvre des statisticiens s’en trouve facilitée.",
        Recommendations =
        [
            CaseTexts.Recommendation("Publier le profil chaque année", new DateOnly(2031, 11, 1)) with { Text = new LangText("Publier le profil chaque année", "Publish the profile every year, with its statistics") },
            .. CaseTexts.Report.Recommendations.Skip(1),
        ],
    };

    private static readonly RequestContent Later = CaseWorld.Request with
    {
        Periods = [new Period { From = new DateOnly(2032, 2, 2), To = new DateOnly(2032, 2, 6) }],
        LatestOn = new DateOnly(2032, 6, 1),
    };

    private static readonly string[] Hostile =
    [
        "\"", "données\" OR words MATCH \"x", "NEAR(a b)", "a* -b ^c", "%", "'; DROP TABLE search_entries; --", "(((", ":* & | !", "{words}: atelier", new string('é', 60_000),
        string.Join(' ', Enumerable.Range(0, 5_000)), "\u202e💩", "the of et", "\0", "words:atelier", "ﷺ",
    ];

    [Test]
    public async Task Words_are_found_whatever_their_accents_capitals_and_endings_by_those_who_see_the_case()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, Text);
        await world.AnswerAsync("expert", "report", "submit");
        Assert.That((await FindAsync(world, "officer", "données")).Rows, Is.Empty, "nobody has accepted it");
        await world.AnswerAsync("officer", "review", "accept");
        Assert.That((await FindAsync(world, "requester", "donnees")).Rows.Select(row => row.Kind), Is.EqualTo(new[] { SearchKind.Lesson }));
        var seen = await world.ReportAsync("officer", reportId);
        await world.AsAsync<SaveReport>("officer", (act, actor) =>
            act.ExecuteAsync(reportId, new SaveReportInput(seen.Content with { Difficulties = "Pannes de réseau" }, "fr", seen.Revision), actor, default));
        await world.AnswerAsync("requester", "comments", "agree");
        await world.AnswerAsync("officer", "finalisation", "publish");

        foreach (var (text, kind) in new[]
        {
            ("DONNÉE", SearchKind.Lesson), ("l'oeuvre", SearchKind.Lesson), ("preparer ateliers", SearchKind.Lesson), ("réseaux", SearchKind.Difficulty), ("statistic", SearchKind.Recommendation),
            ("publishing", SearchKind.Recommendation), ("agents formés", SearchKind.Finding), ("motivées", SearchKind.Positive),
        })
        {
            Assert.That((await FindAsync(world, "committee", text)).Rows.Select(row => row.Kind), Does.Contain(kind), text);
        }

        var gone = new[] { "coupures", "Ndiaye", "diffuser", "directrice", "données introuvables" };
        foreach (var text in gone)
        {
            Assert.That((await FindAsync(world, "officer", text)).Rows, Is.Empty, text);
        }

        var all = await FindAsync(world, "focal", null);
        Assert.Multiple(() =>
        {
            Assert.That(all.Count, Is.EqualTo(8), "three of section 11, two findings, three recommendations");
            Assert.That(all.Tags[CaseTagKind.Country], Is.EqualTo(new[] { new Facet("SN", 8) }));
            Assert.That(all.Years, Is.EqualTo(new[] { new Facet("2031", 8) }));
        });
        Assert.That((await FindAsync(world, "stranger", null)).Count, Is.Zero);
        Assert.That((await SearchAsync(world, "officer", new LessonFilter { Text = "profil", Kind = SearchKind.Recommendation, Country = "SN", Theme = "T1", Type = "TRN", Year = 2031 })).Count, Is.EqualTo(1));
        Assert.That((await SearchAsync(world, "officer", new LessonFilter { Text = "profil", Country = "GH" })).Count, Is.Zero);
        foreach (var hostile in Hostile)
        {
            Assert.That(async () => await FindAsync(world, "officer", hostile), Throws.Nothing, hostile[..Math.Min(20, hostile.Length)]);
        }

        var words = await world.AsAsync<ListRecommendations, Page<RecommendationRow>>("officer", (query, actor) =>
            query.ExecuteAsync(new RecommendationFilter { Text = "annees", Owner = "ansd" }, actor, default));
        Assert.That(words.Items.Select(row => row.Number), Is.EqualTo(new[] { 1 }));
        await SimilarAsync(world);
    }

    [Test]
    public void What_was_found_is_marked_in_its_stretch_and_markup_is_left_out()
    {
        var parts = Excerpt.Of($"{string.Concat(Enumerable.Repeat("Avant tout. ", 40))}Les **données** <b>statistiques</b> manquent.", SearchWords.Of("donnee STATISTIQUE"));
        Assert.That(parts.Where(part => part.IsHit).Select(part => part.Text), Is.EqualTo(new[] { "données", "statistiques" }));
        Assert.That(string.Concat(parts.Select(part => part.Text)), Does.StartWith("… ").And.Not.Contain("**").And.Length.LessThan(400));
    }

    /// <summary>A new request finds the case; one with nothing in common does not.</summary>
    private static async Task SimilarAsync(CaseWorld world)
    {
        await world.SubmitAsync(Later with { Title = new LangText("Profil migratoire", null) });
        var found = await world.AsAsync<FindSimilarCases, IReadOnlyList<SimilarCase>>("adviser", (query, actor) => query.ExecuteAsync(world.RequestId, actor, default));
        var past = found.Single();
        Assert.Multiple(() =>
        {
            Assert.That(past.Parts.Select(part => part.Kind), Is.EqualTo(new[] { SimilarPartKind.Theme, SimilarPartKind.Objective, SimilarPartKind.Type, SimilarPartKind.Country, SimilarPartKind.Words }));
            Assert.That(past.Parts[^1].Codes, Does.Contain("profil"));
            Assert.That(past.Lessons[0].Fr, Does.StartWith("Préparer"));
            Assert.That(past.Recommendations, Has.Count.EqualTo(3));
        });
        await world.SubmitAsync(Later with
        {
            Country = "GH",
            Title = new LangText(null, "Return counsellors"),
            Theme = "T4",
            Objectives = ["DAK11:R1"],
            AssistanceTypes = ["ASM"],
            Objective = new LangText(null, "Train counsellors"),
        }, "stranger");
        Assert.That(await world.AsAsync<FindSimilarCases, IReadOnlyList<SimilarCase>>("stranger", (query, actor) => query.ExecuteAsync(world.RequestId, actor, default)), Is.Empty, "not theirs to see");
        var unlike = await world.AsAsync<FindSimilarCases, IReadOnlyList<SimilarCase>>("officer", (query, actor) => query.ExecuteAsync(world.RequestId, actor, default));
        Assert.That(unlike, Is.Empty, "the region alone makes nothing similar");
    }

    private static Task<LessonsFound> FindAsync(CaseWorld world, string who, string? text) => SearchAsync(world, who, new LessonFilter { Text = text });

    private static Task<LessonsFound> SearchAsync(CaseWorld world, string who, LessonFilter filter) =>
        world.AsAsync<SearchLessons, LessonsFound>(who, (query, actor) => query.ExecuteAsync(filter, actor, default));
}
