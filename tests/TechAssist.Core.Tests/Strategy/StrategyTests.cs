using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Core.FollowUp;
using TechAssist.Core.FollowUp.Initiatives;
using TechAssist.Core.FollowUp.Surveys;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Steering;
using TechAssist.Core.Strategy;
using TechAssist.Core.Strategy.Dossiers;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Strategy;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class StrategyTests(Provider provider)
{
    /// <summary>Senegal's case is carried to its end; Ghana asks for two countries; a restricted case of Ghana is in no figure; Senegal
    /// withdraws another.</summary>
    private static async Task<CaseWorld> WorldAsync(Provider provider)
    {
        var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, CaseTexts.Report with { NoInitiatives = false, Initiatives = [new() { Title = "Registre commun", Lead = "ANSD", NextStep = "Réunion" }] });
        await world.AnswerAsync("expert", "report", "submit");
        await world.AnswerAsync("officer", "review", "accept");
        await world.AnswerAsync("requester", "comments", "agree");
        await world.AnswerAsync("officer", "finalisation", "publish");
        await world.AnswerAsync("requester", "evaluationBeneficiary", "submit", new { answers = CaseTexts.Answers(EvaluationKind.Beneficiary) });
        await world.AnswerAsync("expert", "evaluationExpert", "submit", new { answers = CaseTexts.Answers(EvaluationKind.Expert) });
        await world.AnswerAsync("officer", "appraisal", "submit", new { appraisals = await world.AppraiseAsync() });
        await world.AnswerAsync("officer", "closing", "close");
        var later = CaseWorld.Request with { Periods = [new Period { From = new DateOnly(2032, 3, 1), To = new DateOnly(2032, 3, 5) }], LatestOn = new DateOnly(2032, 6, 1) };
        var ghana = later with { Country = "GH", Contact = later.Contact with { Email = "stranger@x.test" } };
        await world.SubmitAsync(ghana with { OtherCountries = ["SN"], Objectives = ["CAD22:D1", "DAK11:R10"], Theme = "T2" }, "stranger");
        await world.SubmitAsync(ghana with { Confidentiality = Confidentiality.Restricted, ConfidentialityReason = "Sensible" }, "stranger");
        await world.SubmitAsync(later);
        var reference = await world.ReadAsync(db => db.Requests.Where(request => request.Id == world.RequestId).Select(request => request.Reference!).SingleAsync());
        await world.AsAsync<EndRequest>("requester", (act, actor) => act.WithdrawAsync(reference, new SteeringInput { Reason = "Retirée" }, actor, default));
        return world;
    }

    private static Task<StrategyFigures> FiguresAsync(CaseWorld world, StrategyFilter? filter = null, string who = "committee") =>
        world.AsAsync<GetStrategy, StrategyFigures>(who, (query, actor) => query.ExecuteAsync(filter ?? new(), actor, default));

    [Test]
    public async Task Participants_count_from_three_answers_on_and_initiatives_are_as_their_records_stand()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachMissionAsync();
        await world.AsAsync<OpenSurvey>("expert", (act, actor) => act.ExecuteAsync(missionId, new OpenSurveyInput(), actor, default));
        var code = (await world.AsAsync<GetSurvey, MissionSurveyView>("expert", (query, actor) => query.ExecuteAsync(missionId, actor, default))).Survey!.Code;
        await AnswerAsync(world, code, relevance: 5);
        await AnswerAsync(world, code, relevance: 2);
        Assert.That((await FiguresAsync(world)).ParticipantsSay, Is.Empty);
        await AnswerAsync(world, code, relevance: 2);
        Assert.That((await FiguresAsync(world)).ParticipantsSay.Select(row => (row.Question, row.Mean, row.Answers)), Is.EqualTo(new[]
        {
            ("relevance", 3.0, 3), ("clarity", 4.0, 3), ("usefulness", 5.0, 3), ("experts", 5.0, 3), ("organisation", 3.0, 3),
        }));

        await using var published = await WorldAsync(provider);
        var initiative = await published.ReadAsync(db => db.Initiatives.SingleAsync());
        await published.AsAsync<NoteInitiative>("officer", (act, actor) =>
            act.ExecuteAsync(initiative.Id, new NoteInitiativeInput("Le ministère reprend", initiative.Revision) { Lead = "Ministère", Status = InitiativeStatus.InPreparation }, actor, default));
        var found = (await FiguresAsync(published)).Initiatives.Single();
        Assert.That((found.Title, found.Lead, found.NextStep, found.Mission), Is.EqualTo(("Registre commun", "Ministère", (string?)null, 1)));
    }

    private static Task AnswerAsync(CaseWorld world, string code, int relevance) => world.AsAsync<AnswerSurvey>("expert", (act, _) => act.ExecuteAsync(
        code, new SurveyAnswerInput { Relevance = relevance, Clarity = 4, Usefulness = 5, Experts = 5, Organisation = 3, FormId = new Guid(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)) }, default));

    [Test]
    public async Task Every_figure_is_what_a_hand_counts()
    {
        await using var world = await WorldAsync(provider);
        var figures = await FiguresAsync(world);

        Assert.That((figures.Cases, figures.Framework.Code, figures.Unmapped), Is.EqualTo((3, "CAD22", 0)), "the restricted one is not counted");
        Assert.That(figures.States.Select(row => (row.State, row.Cases)), Is.EqualTo(new[] { (CaseState.Open, 1), (CaseState.Completed, 1), (CaseState.Ended, 1) }));
        var (senegal, ghana) = (RowOf(figures, "SN"), RowOf(figures, "GH"));
        Assert.That((senegal.Cases, ghana.Cases), Is.EqualTo((2, 1)), "what was withdrawn covers nothing");
        Assert.That(CellOf(figures, senegal, "CAD22:D4"), Is.EqualTo(new CoverageCell(0, 1)), "Dakar's R9 goes on as the fourth domain");
        Assert.That(CellOf(figures, senegal, "CAD22:D1"), Is.EqualTo(new CoverageCell(1, 0)), "one case with two objectives of one domain counts once");
        Assert.That(CellOf(figures, ghana, "CAD22:D4").IsGap, Is.True);
        Assert.That(figures.ByObjective.Columns.Where(column => column.Mapped > 0).Select(column => (column.Code, column.Mapped, column.Certainty)), Is.EqualTo(new[] { ("CAD22:D4", 1, Certainty.OwnProposal) }));
        Assert.That(figures.ByTheme.Rows.Single(row => row.Country == "GH").Cells.Select(cell => cell.Cases), Is.EqualTo(new[] { 0, 1, 0, 0 }));
        Assert.That(figures.Pipeline.Sum(stage => stage.Cases), Is.EqualTo(1));
        Assert.That((figures.Recommendations.Whole.All, figures.Recommendations.Whole.Open, figures.Recommendations.Whole.Amber), Is.EqualTo((3, 3, 0)));
        Assert.That(figures.Initiatives.Select(row => row.Title), Is.EqualTo(new[] { "Registre commun" }));
        Assert.That(figures.Participants, Is.EqualTo(new Participants(1, 6, 6)));
        Assert.That(figures.Satisfaction.Select(row => (row.Mean, row.Answers)), Is.Not.Empty.And.All.EqualTo((4.0, 1)));
        Assert.That((figures.Equity.Seats, figures.Equity.SouthSouth, figures.Equity.Cases, figures.Equity.LeastDeveloped), Is.EqualTo((1, 0, 2, 1)), "Senegal is a least developed country, Ghana is not");
        Assert.That(figures.Equity.NeverServed, Has.Member("GH").And.No.Member("SN").And.Count.EqualTo(figures.Equity.Beneficiaries - 1));
        Assert.That(figures.Legs.Select(leg => leg.Cases), Is.Not.Empty.And.All.EqualTo(1));
        Assert.That(figures.Agenda.Coming.Select(row => row.Country), Is.EqualTo(new[] { "GH" }), "a regional request needs the committee");

        world.Clock.SetUtcNow(new DateTimeOffset(2032, 6, 1, 9, 0, 0, TimeSpan.Zero));
        var old = await FiguresAsync(world, new() { FromOn = new DateOnly(2031, 1, 1) });
        Assert.That((old.Recommendations.Whole.Amber, old.Recommendations.Whole.Red), Is.EqualTo((3, 0)));
        Assert.That(old.Late.Select(row => row.Country), Is.EqualTo(new[] { "GH" }));
        var late = old.Late.Single();
        Assert.That(await world.ReadAsync(db => db.Steps.AnyAsync(step => step.Id == late.StepRowId && step.ClosedAt == null && step.DueAt == late.DueAt)), "the step that is late the longest");
    }

    [Test]
    public async Task A_follow_up_nobody_answered_is_listed_until_a_later_one_is_answered()
    {
        await using var world = await WorldAsync(provider);
        var span = new StrategyFilter { FromOn = new DateOnly(2031, 1, 1) };
        world.Clock.SetUtcNow(new DateTimeOffset(2032, 3, 10, 9, 0, 0, TimeSpan.Zero));
        await world.SweepAsync();
        Assert.That((await FiguresAsync(world, span)).Agenda.Unanswered, Is.Empty, "it is still awaited");
        world.Clock.SetUtcNow(new DateTimeOffset(2032, 5, 10, 9, 0, 0, TimeSpan.Zero));
        await world.SweepAsync();
        var listed = (await FiguresAsync(world, span)).Agenda.Unanswered.Single();
        Assert.That((listed.Country, listed.Stage, listed.SinceAt is not null), Is.EqualTo(("SN", "followup", true)));
        Assert.That((await FiguresAsync(world, span with { ToOn = new DateOnly(2032, 1, 1) })).Agenda.Unanswered, Is.Empty, "not in this period");
        Assert.That((await FiguresAsync(world, span with { Country = "GH" })).Agenda.Unanswered, Is.Empty);

        world.Clock.SetUtcNow(new DateTimeOffset(2032, 9, 6, 9, 0, 0, TimeSpan.Zero));
        await world.SweepAsync();
        var open = await world.ReadAsync(db => db.Recommendations.OrderBy(row => row.Number).Select(row => row.Id).ToListAsync());
        await world.AnswerAsync("requester", "followUp12", "submit", new { recommendations = open.Select(id => new { recommendationId = id, status = "inProgress" }), answers = Array.Empty<object>() });
        Assert.That((await FiguresAsync(world, span)).Agenda.Unanswered, Is.Empty);
    }

    [Test]
    public async Task Filters_lists_and_readers_agree()
    {
        await using var world = await WorldAsync(provider);
        foreach (var (filter, cases) in new (StrategyFilter, int)[]
        {
            (new() { Country = "GH" }, 1), (new() { Country = "SN" }, 3), (new() { Theme = "T2" }, 1), (new() { ToOn = new DateOnly(2031, 6, 1) }, 1), (new() { Framework = "DAK11" }, 3),
        })
        {
            Assert.That((await FiguresAsync(world, filter)).Cases, Is.EqualTo(cases), filter.ToString());
            Assert.That((await FiguresAsync(world, filter, "officer")).Cases, Is.EqualTo(cases), "the secretariat reads the same");
        }

        foreach (var (input, cases) in new (StrategyCasesInput, int)[]
        {
            (new() { Objective = "CAD22:D4", Country = "SN", Counting = true }, 1), (new() { Objective = "CAD22:D1", Counting = true }, 1), (new() { State = CaseState.Ended }, 1),
            (new() { OpenNow = true }, 1), (new() { LeastDeveloped = true }, 1), (new() { Unmapped = true }, 0), (new(), 3),
        })
        {
            var rows = await world.AsAsync<ListStrategyCases, Page<StrategyCaseRow>>("committee", (query, actor) => query.ExecuteAsync(input, actor, default));
            Assert.That(rows.Items, Has.Count.EqualTo(cases), input.ToString());
        }

        var recommendations = await world.AsAsync<ListStrategyRecommendations, Page<StrategyRecommendationRow>>("committee", (query, actor) =>
            query.ExecuteAsync(new() { Country = "SN", Shown = RecommendationShown.Open }, actor, default));
        Assert.That(recommendations.Items, Has.Count.EqualTo(3));
        foreach (var who in new[] { "requester", "focal", "expert" })
        {
            await Assert.ThrowsAsync<RuleException>(() => FiguresAsync(world, null, who), who);
        }

        foreach (var (filter, field) in new (StrategyFilter, string)[]
        {
            (new() { FromOn = new DateOnly(2031, 6, 1), ToOn = new DateOnly(2031, 1, 1) }, "toOn"), (new() { Framework = "XX" }, "framework"), (new() { Country = "QQ" }, "country"), (new() { Theme = "T99" }, "theme"),
        })
        {
            var refused = await Assert.ThrowsAsync<InvalidInputException>(() => FiguresAsync(world, filter), field);
            Assert.That(refused.Errors.Select(error => error.Field), Is.EqualTo(new[] { field }));
        }
    }

    [Test]
    public async Task The_dossier_says_what_the_page_shows_in_both_languages()
    {
        await using var world = await WorldAsync(provider);
        var figures = await FiguresAsync(world);
        foreach (var language in Languages.All)
        {
            var sheets = await DossierAsync(world, "xlsx", language);
            using var stream = new MemoryStream(sheets.Bytes);
            using var file = SpreadsheetDocument.Open(stream, false);
            var coverage = ((WorksheetPart)file.WorkbookPart!.GetPartById("rIdSheet2")).Worksheet!.Descendants<Row>().Skip(2).ToList();
            var counted = coverage.Select(row => row.Elements<Cell>().Skip(1).Select(cell => int.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)));
            Assert.That(counted, Is.EqualTo(figures.ByObjective.Rows.Select(row => row.Cells.Select(cell => cell.Cases).Append(row.Cases))));

            var page = System.Text.Encoding.UTF8.GetString((await DossierAsync(world, "html", language)).Bytes);
            Assert.That(page, Does.Contain("Registre commun").And.Not.Contain("[Document").And.Not.Contain("Dubœuf"), "no expert is named, no word is missing");
            var once = await DossierAsync(world, "pdf", language);
            Assert.That((await DossierAsync(world, "pdf", language)).Bytes, Is.EqualTo(once.Bytes));
            Assert.That((await DossierAsync(world, "docx", language)).FileName, Does.EndWith(".docx"));
        }

        await Assert.ThrowsAsync<InvalidInputException>(() => DossierAsync(world, "exe", "fr"));
    }

    private static Task<DocumentFile> DossierAsync(CaseWorld world, string format, string language) =>
        world.AsAsync<MakeDossier, DocumentFile>("committee", (make, actor) => make.ExecuteAsync(new(), format, language, actor, default));

    private static CoverageRow RowOf(StrategyFigures figures, string country) => figures.ByObjective.Rows.Single(row => row.Country == country);

    private static CoverageCell CellOf(StrategyFigures figures, CoverageRow row, string code) =>
        row.Cells[figures.ByObjective.Columns.Select((column, at) => (column.Code, at)).Single(pair => pair.Code == code).at];
}
