using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Experts;
using TechAssist.Core.FollowUp.Surveys;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Delivery;
using TechAssist.Core.People;
using TechAssist.Core.Tests.Missions;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.FollowUp;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class SurveyTests(Provider provider)
{
    private static readonly SurveyAnswerInput Good = new() { Relevance = 5, Clarity = 4, Usefulness = 5, Experts = 5, Organisation = 3 };

    [Test]
    public async Task A_thousand_sends_count_as_many_forms_as_the_ceiling_lets_in_and_each_form_once()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (missionId, code) = await OpenAsync(world, expected: 12);
        var refused = 0;
        await world.AsAsync<AnswerSurvey>("expert", async (act, _) =>
        {
            Guid[] forms = [.. Enumerable.Range(0, 30).Select(_ => new Guid(RandomNumberGenerator.GetBytes(16)))];
            for (var sent = 0; sent < 1000; sent++)
            {
                try
                {
                    await act.ExecuteAsync(code, Good with { FormId = forms[sent % forms.Length] }, default);
                }
                catch (RuleException refusal) when (refusal.Code == "survey-full")
                {
                    refused++;
                }
            }
        });
        var survey = (await GetAsync(world, "expert", missionId)).Survey!;
        Assert.That((survey.AnswerCount, survey.Ceiling, survey.Standing), Is.EqualTo((24, 24, SurveyStanding.Full)));
        Assert.That(refused, Is.EqualTo(6 * 33), "whoever answered before is thanked again, whoever comes too late is told so");
    }

    [Test]
    public async Task Nothing_but_the_count_is_shown_below_three_answers_and_no_answer_leads_to_a_person()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (missionId, code) = await OpenAsync(world, expected: null);
        await AnswerAsync(world, code, Good with { Comment = "Très clair", Sex = Sex.Female });
        await AnswerAsync(world, code.ToLowerInvariant().Insert(4, " "), Good with { Relevance = 2, WillApply = "=HYPERLINK(\"http://x\")" });
        var early = await GetAsync(world, "requester", missionId);
        Assert.That((early.Survey!.AnswerCount, early.Survey.Results), Is.EqualTo((2, (SurveyResults?)null)));
        var table = await Assert.ThrowsAsync<RuleException>(() => TableAsync(world, "requester", missionId));
        Assert.That(table!.Code, Is.EqualTo("survey-too-few"));

        await AnswerAsync(world, code, Good with { Relevance = 2, Comment = "Monsieur Untel dormait" });
        var results = (await GetAsync(world, "requester", missionId)).Survey!.Results!;
        Assert.That(results.Questions[0], Has.Property("Mean").EqualTo(3));
        Assert.That(results.Questions[0].Counts, Is.EqualTo(new[] { 0, 2, 0, 0, 1 }));
        Assert.That(results.Sexes, Is.EqualTo(new[] { new SexCount(Sex.Female, 1), new SexCount(null, 2) }));
        Assert.That(results.Words, Has.Count.EqualTo(3));

        var named = results.Words.Single(words => words.Comment == "Monsieur Untel dormait").AnswerId;
        await world.AsAsync<HideWords>("officer", (act, actor) => act.ExecuteAsync(missionId, new HideWordsInput { AnswerId = named, Reason = "Nomme quelqu’un" }, actor, default));
        var after = (await GetAsync(world, "expert", missionId)).Survey!.Results!;
        Assert.That((after.Words.Count, after.HiddenCount, after.Questions[0].Mean), Is.EqualTo((2, 1, 3.0)));
        var text = Encoding.UTF8.GetString(await TableAsync(world, "requester", missionId));
        Assert.That(text, Does.StartWith("\uFEFFPertinence;").And.Contain("Très clair").And.Contain("\"'=HYPERLINK").And.Not.Contain("Untel").And.Not.Contain("Femme"));

        var columns = await world.ReadAsync(db => Task.FromResult(db.Model.FindEntityType(typeof(SurveyAnswer))!.GetProperties().Select(property => property.ClrType).ToList()));
        Assert.That(columns, Has.None.EqualTo(typeof(DateTime)).And.None.EqualTo(typeof(DateOnly)), "no time is kept");
        Assert.That(await world.ReadAsync(db => db.Timeline.CountAsync(line => EF.Functions.Like(line.Kind, "survey%"))), Is.EqualTo(2), "opened and hidden; answers leave no line");
    }

    [Test]
    public async Task It_closes_three_days_after_the_mission_can_be_prolonged_and_its_mean_stands_in_the_report()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (missionId, code) = await OpenAsync(world, expected: null, opensOn: new DateOnly(2031, 9, 4));
        Assert.That(await RefusalAsync(world, code), Is.EqualTo("survey-not-yet-open"));

        await world.SettleChecklistAsync(missionId);
        await world.AnswerAsync("logistics", "preparation", "ready");
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 9, 8, 23, 30, 0, TimeSpan.Zero));
        await AnswerAsync(world, code, Good);
        await AnswerAsync(world, code, Good);
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 9, 9, 0, 30, 0, TimeSpan.Zero));
        Assert.That(await RefusalAsync(world, code), Is.EqualTo("survey-closed"));

        var past = await Assert.ThrowsAsync<InvalidInputException>(() => ProlongAsync(world, missionId, new DateOnly(2031, 9, 8)));
        Assert.That(past!.Errors.Single().Code, Is.EqualTo("survey-past"));
        await ProlongAsync(world, missionId, new DateOnly(2031, 9, 12));
        await AnswerAsync(world, code, Good);
        await world.AsAsync<CloseSurvey>("expert", (act, actor) => act.ExecuteAsync(missionId, actor, default));
        Assert.That(await RefusalAsync(world, code), Is.EqualTo("survey-closed"));

        await world.AnswerAsync("expert", "underWay", "completed", new { actualStartOn = "2031-09-01", actualEndOn = "2031-09-05", participantsWomen = 6, participantsMen = 7 });
        var reportId = await world.AsAsync<StartReport, Guid>("expert", (act, actor) => act.ExecuteAsync(missionId, null, actor, default));
        var training = (await world.ReportAsync("expert", reportId)).Content.Training!;
        Assert.That((training.Women, training.Men, training.Satisfaction), Is.EqualTo((6, 7, 4.4m)));
    }

    [Test]
    public async Task It_is_there_before_the_team_leaves_and_opens_on_the_last_day_with_a_mail()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachMissionAsync();
        await world.SettleChecklistAsync(missionId);
        await world.AnswerAsync("logistics", "preparation", "ready");
        var survey = (await GetAsync(world, "expert", missionId)).Survey!;
        Assert.That((survey.Standing, survey.OpensOn, survey.ClosesOn), Is.EqualTo((SurveyStanding.NotYetOpen, (DateOnly?)new DateOnly(2031, 9, 5), (DateOnly?)new DateOnly(2031, 9, 8))));
        Assert.That(await RefusalAsync(world, survey.Code), Is.EqualTo("survey-not-yet-open"));

        world.Clock.SetUtcNow(new DateTimeOffset(2031, 9, 5, 9, 30, 0, TimeSpan.Zero));
        await world.SweepAsync();
        var mail = await world.ReadAsync(db => db.Outbox.SingleAsync(row => row.Template == "mission-last-day"));
        Assert.That((mail.ToAddress, mail.Values["surveyPath"], mail.Values["sheetPath"]), Is.EqualTo(("expert@x.test", "/e/" + survey.Code, "/requests/TA-2031-SN-0001/missions/1/survey")));
        await AnswerAsync(world, survey.Code, Good);
    }

    [Test]
    public async Task Where_nobody_takes_part_nobody_is_asked()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachMissionAsync();
        await world.SaveAsync("officer", missionId, DeliveryPart.Types, plan => plan with { Types = ["LEG"] });
        await world.SettleChecklistAsync(missionId);
        await world.AnswerAsync("logistics", "preparation", "ready");
        Assert.That((await GetAsync(world, "expert", missionId)).Survey, Is.Null);
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 9, 5, 9, 30, 0, TimeSpan.Zero));
        await world.SweepAsync();
        Assert.That((await world.ReadAsync(db => db.Outbox.SingleAsync(row => row.Template == "mission-last-day"))).Values.Keys, Has.None.EqualTo("surveyPath"));
    }

    [Test]
    public async Task What_waits_for_the_last_day_is_opened_earlier_by_the_team_and_follows_the_plan_otherwise()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachMissionAsync();
        await world.SettleChecklistAsync(missionId);
        await world.AnswerAsync("logistics", "preparation", "ready");
        var seen = await world.AsAsync<GetMission, MissionView>("officer", (query, actor) => query.ExecuteAsync(missionId, actor, default));
        var plan = seen.Plan with { EndOn = new DateOnly(2031, 9, 4) };
        await world.AsAsync<EditMission>("officer", (act, actor) => act.ExecuteAsync(missionId, new EditMissionInput(plan, seen.Revision), actor, default));
        Assert.That((await GetAsync(world, "expert", missionId)).Survey!.OpensOn, Is.EqualTo(new DateOnly(2031, 9, 4)));

        await world.AsAsync<OpenSurvey>("expert", (act, actor) => act.ExecuteAsync(missionId, new OpenSurveyInput { OpensOn = new DateOnly(2031, 9, 2), ExpectedCount = 20 }, actor, default));
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 9, 2, 9, 30, 0, TimeSpan.Zero));
        var survey = (await GetAsync(world, "expert", missionId)).Survey!;
        Assert.That((survey.Standing, survey.ExpectedCount), Is.EqualTo((SurveyStanding.Open, (int?)20)));
        await AnswerAsync(world, survey.Code, Good);
    }

    [Test]
    public async Task The_results_are_nobody_elses_and_the_sheet_is_one_page()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (missionId, code) = await OpenAsync(world, expected: null);
        await world.AddPersonAsync("counterpart", Role.Counterpart, "SN");
        await world.AddPersonAsync("auditor", Role.Auditor);
        foreach (var who in (string[])["committee", "stranger"])
        {
            await Assert.ThrowsAsync<NotFoundException>(() => GetAsync(world, who, missionId));
        }

        Assert.That((await GetAsync(world, "counterpart", missionId)).MayRun, Is.False);
        Assert.That((await GetAsync(world, "auditor", missionId)).MayHide, Is.False);
        await Assert.ThrowsAsync<RuleException>(() => world.AsAsync<CloseSurvey>("requester", (act, actor) => act.ExecuteAsync(missionId, actor, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => world.AsAsync<AnswerSurvey, SurveyToAnswer>("expert", (act, _) => act.ReadAsync("NONSENSE", default)));
        Assert.That(code, Does.Match("^[2-9A-HJKMNP-Z]{8}$"));

        var sheet = await world.AsAsync<BuildSurveySheet, Core.Documents.DocumentFile>("expert", (act, actor) => act.ExecuteAsync(missionId, "fr", actor, default));
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(sheet.Bytes);
        Assert.That(pdf.NumberOfPages, Is.EqualTo(1));
        var text = string.Concat(pdf.GetPage(1).Text.Where(letter => !char.IsWhiteSpace(letter)));
        Assert.That(text, Does.Contain("/e/" + code).And.Contain("Statistiquesdesmigrations").And.Contain("Whatdidyouthink").And.Contain("Qu’enavez-vouspensé"));
    }

    private static async Task<(Guid MissionId, string Code)> OpenAsync(CaseWorld world, int? expected, DateOnly? opensOn = null)
    {
        var missionId = await world.ReachMissionAsync();
        await world.AsAsync<OpenSurvey>("expert", (act, actor) => act.ExecuteAsync(missionId, new OpenSurveyInput { OpensOn = opensOn, ExpectedCount = expected }, actor, default));
        return (missionId, (await GetAsync(world, "expert", missionId)).Survey!.Code);
    }

    private static Task<MissionSurveyView> GetAsync(CaseWorld world, string who, Guid missionId) =>
        world.AsAsync<GetSurvey, MissionSurveyView>(who, (query, actor) => query.ExecuteAsync(missionId, actor, default));

    private static Task<byte[]> TableAsync(CaseWorld world, string who, Guid missionId) =>
        world.AsAsync<ExportSurvey, byte[]>(who, (query, actor) => query.ExecuteAsync(missionId, "fr", actor, default));

    private static Task AnswerAsync(CaseWorld world, string code, SurveyAnswerInput input) =>
        world.AsAsync<AnswerSurvey>("expert", (act, _) => act.ExecuteAsync(code, input with { FormId = new Guid(RandomNumberGenerator.GetBytes(16)) }, default));

    private static Task ProlongAsync(CaseWorld world, Guid missionId, DateOnly day) => world.AsAsync<ProlongSurvey>("expert", async (act, actor) =>
    {
        var revision = (await GetAsync(world, "expert", missionId)).Survey!.Revision;
        await act.ExecuteAsync(missionId, new ProlongSurveyInput { ClosesOn = day, Revision = revision }, actor, default);
    });

    private static async Task<string> RefusalAsync(CaseWorld world, string code) =>
        (await Assert.ThrowsAsync<RuleException>(() => AnswerAsync(world, code, Good)))!.Code;
}
