using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core.Clock;
using TechAssist.Core.People;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests.Cases;
using TechAssist.Core.Requests.Steering;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Work;

/// <summary>Due times of a real case: what moves them, what does not, and what they say of themselves.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class DueTests(Provider provider)
{
    private static readonly Actor Administrator = new(Guid.CreateVersion7(), "Awa Diop", "fr", [new RoleGrant(Role.Administrator)]);

    private CaseWalk world = null!;

    [SetUp]
    public async Task SetUp() => world = await CaseWalk.StartAsync(provider);

    [TearDown]
    public async Task TearDown() => await world.DisposeAsync();

    [Test]
    public async Task A_due_time_keeps_the_account_it_was_published_with()
    {
        var reference = await world.SubmitToDecisionAsync();
        var view = await ViewAsync(reference, "decision", "requester");
        Assert.Multiple(() =>
        {
            Assert.That(view.Due, Has.Property("StartAt").EqualTo(world.Now).And.Property("Calendar").EqualTo("secretariat").And.Property("TimeZone").EqualTo("Europe/Brussels"));
            Assert.That(view.Due.Limit, Is.EqualTo(new Limit(3, LimitUnit.WorkingDays)));
            Assert.That(view.Due.DueAt, Is.EqualTo(Utc(2031, 3, 6, 17)), "Thursday, six in the evening in Brussels");
            Assert.That(view.MayMove, Is.False);
        });
    }

    [Test]
    public async Task Whoever_does_not_see_the_case_gets_no_account_of_it()
    {
        var reference = await world.SubmitToDecisionAsync();
        var id = await StepAsync("decision");
        Assert.That(() => world.AsAsync("stranger", (services, actor) => services.GetRequiredService<GetDue>().ExecuteAsync(reference, id, actor, default)), Throws.TypeOf<NotFoundException>());
    }

    [Test]
    public async Task More_time_given_after_the_date_takes_the_lateness_away_and_sets_the_ladder_anew()
    {
        var reference = await world.SubmitToDecisionAsync();
        world.Clock.Advance(TimeSpan.FromDays(10));
        await world.SweepAsync();
        var wasLate = (await ViewAsync(reference, "decision", "coordinator")).IsLate;

        await ExtendAsync(reference, "coordinator", new DateOnly(2031, 3, 20), "Le ministre est en voyage.");

        var view = await ViewAsync(reference, "decision", "coordinator");
        var fires = await world.ReadAsync(db => db.Deadlines.Where(row => row.Step!.StepId == "decision" && row.HandledAt == null).Select(row => row.FireAt).ToListAsync());
        var tasks = await world.ReadAsync(db => db.WorkItems.Where(item => item.Step.StepId == "decision").Select(item => item.DueAt).Distinct().ToListAsync());
        var line = await world.ReadAsync(db => db.Timeline.SingleAsync(entry => entry.Kind == "due-extended"));
        Assert.Multiple(() =>
        {
            Assert.That(wasLate, Is.True);
            Assert.That(view, Has.Property("IsLate").False);
            Assert.That(view.Due.DueAt, Is.EqualTo(Utc(2031, 3, 20, 17)));
            Assert.That(view.Due.Lines[^1], Has.Property("Kind").EqualTo(DueLineKind.Extension).And.Property("Reason").EqualTo("Le ministre est en voyage.").And.Property("By").EqualTo("coordinator"));
            Assert.That(tasks, Is.EqualTo(new DateTime?[] { view.Due.DueAt }));
            Assert.That(fires, Is.Not.Empty);
            Assert.That(fires, Is.All.GreaterThan(world.Now));
            Assert.That((line.Reason, line.IsPublic), Is.EqualTo(("Le ministre est en voyage.", true)));
        });
    }

    [TestCase("2031-03-22", "closed-day")]
    [TestCase("2031-03-06", "not-later-than-due")]
    [TestCase("2031-02-28", "not-later-than-due")]
    [TestCase("2033-01-03", "too-far")]
    public async Task An_extension_goes_to_a_working_day_that_is_later(string day, string code)
    {
        var reference = await world.SubmitToDecisionAsync();
        var error = await Assert.ThrowsAsync<InvalidInputException>(() => ExtendAsync(reference, "coordinator", DateOnly.ParseExact(day, "yyyy-MM-dd"), "Oui."));
        Assert.That(error!.Errors.Select(fault => (fault.Field, fault.Code)), Is.EqualTo(new[] { ("untilOn", code) }));
    }

    [Test]
    public async Task An_extension_needs_a_reason_an_open_step_and_somebody_who_steers()
    {
        var reference = await world.SubmitToDecisionAsync();
        var closed = await StepAsync("receipt");
        Assert.Multiple(() =>
        {
            Assert.That(() => ExtendAsync(reference, "coordinator", new DateOnly(2031, 3, 20), " "), Throws.TypeOf<InvalidInputException>());
            Assert.That(() => ExtendAsync(reference, "requester", new DateOnly(2031, 3, 20), "Non."), Throws.TypeOf<RuleException>().With.Property("Code").EqualTo("not-allowed"));
            Assert.That(
                () => world.AsAsync("coordinator", (services, actor) => services.GetRequiredService<ExtendDue>().ExecuteAsync(
                    reference, closed, new ExtendDueInput { UntilOn = new DateOnly(2031, 3, 20), Reason = "Non." }, actor, default)),
                Throws.TypeOf<RuleException>().With.Property("Code").EqualTo("no-longer-open"));
        });
    }

    [Test]
    public async Task A_calendar_that_changes_moves_nothing_until_somebody_publishes_what_it_gives()
    {
        var reference = await world.SubmitToDecisionAsync();
        await CloseAsync("secretariat", "2031-03-05");

        var offered = await ViewAsync(reference, "decision", "coordinator");
        await world.AsAsync("coordinator", async (services, actor) => await services.GetRequiredService<RecountDue>()
            .ExecuteAsync(reference, await StepAsync("decision"), new SteeringInput { Reason = "Fermeture annoncée." }, actor, default));
        var published = await ViewAsync(reference, "decision", "coordinator");

        Assert.Multiple(() =>
        {
            Assert.That(offered.Due.DueAt, Is.EqualTo(Utc(2031, 3, 6, 17)));
            Assert.That(offered.CountedAt, Is.EqualTo(Utc(2031, 3, 7, 17)));
            Assert.That(offered.Due.Lines.Single().Skipped, Is.Empty, "the account stays as published");
            Assert.That(published.Due.DueAt, Is.EqualTo(Utc(2031, 3, 7, 17)));
            Assert.That(published.CountedAt, Is.Null);
            Assert.That(published.Due.Lines[0].Skipped.Select(day => (day.On, day.NameFr)), Is.EqualTo(new[] { (new DateOnly(2031, 3, 5), "Fermeture") }));
            Assert.That(published.Due.Lines[^1].Kind, Is.EqualTo(DueLineKind.Recount));
        });
    }

    [Test]
    public async Task What_did_not_change_cannot_be_published_again()
    {
        var reference = await world.SubmitToDecisionAsync();
        var refused = await Assert.ThrowsAsync<RuleException>(() => world.AsAsync("coordinator", async (services, actor) => await services.GetRequiredService<RecountDue>()
            .ExecuteAsync(reference, await StepAsync("decision"), new SteeringInput { Reason = "Oui." }, actor, default)));
        Assert.That(refused!.Code, Is.EqualTo("due-unchanged"));
    }

    [Test]
    public async Task A_hold_is_a_line_of_the_account()
    {
        var reference = await world.SubmitToDecisionAsync();
        await world.AsAsync("coordinator", (services, actor) => services.GetRequiredService<HoldRequest>()
            .ExecuteAsync(reference, new HoldInput { Reason = "Élections", UntilOn = new DateOnly(2031, 4, 1) }, actor, default));
        world.Clock.Advance(TimeSpan.FromDays(7));
        await world.AsAsync("coordinator", (services, actor) => services.GetRequiredService<ContinueRequest>()
            .ExecuteAsync(reference, new SteeringInput { Reason = "C'est passé." }, actor, default));

        var line = (await ViewAsync(reference, "decision", "coordinator")).Due.Lines[^1];
        Assert.Multiple(() =>
        {
            Assert.That((line.Kind, line.Cause, line.Days), Is.EqualTo((DueLineKind.Pause, PauseCause.Hold, 5)));
            Assert.That(line.DueAt, Is.EqualTo(Utc(2031, 3, 13, 17)));
            Assert.That(line.Skipped.Select(day => day.On), Is.EqualTo(new[] { new DateOnly(2031, 3, 8), new DateOnly(2031, 3, 9) }));
        });
    }

    [Test]
    public async Task While_the_requester_answers_the_clock_of_the_check_stands()
    {
        var reference = await world.SubmitAsync();
        await world.AnswerAsync("focal", "endorsement", "endorse");
        await world.AnswerAsync("officer", "receipt", "accept");
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.AnswerAsync("officer", "eligibility", "moreInformation", new { missing = "Le budget." });
        world.Clock.Advance(TimeSpan.FromDays(7));
        await world.AnswerAsync("requester", "moreInformation", "answer", new { answer = "Le voici." });

        var view = await ViewAsync(reference, "eligibility", "officer");
        Assert.Multiple(() =>
        {
            Assert.That(view.Due.Lines.Select(line => line.Kind), Is.EqualTo(new[] { DueLineKind.Limit, DueLineKind.Pause }));
            Assert.That(view.Due.Lines[^1].Cause, Is.EqualTo(PauseCause.OtherSide));
            Assert.That(view.Due.DueAt, Is.EqualTo(Utc(2031, 3, 13, 17)), "three working days, one of them used before the week's pause");
        });
    }

    private async Task<DueView> ViewAsync(string reference, string stepId, string who)
    {
        var id = await StepAsync(stepId);
        return await world.AsAsync(who, (services, actor) => services.GetRequiredService<GetDue>().ExecuteAsync(reference, id, actor, default));
    }

    private Task<Guid> StepAsync(string stepId) =>
        world.ReadAsync(db => db.Steps.Where(step => step.StepId == stepId).OrderByDescending(step => step.OpenedAt).Select(step => step.Id).FirstAsync());

    private Task ExtendAsync(string reference, string who, DateOnly until, string reason) => world.AsAsync(who, async (services, actor) =>
        await services.GetRequiredService<ExtendDue>().ExecuteAsync(reference, await StepAsync("decision"), new ExtendDueInput { UntilOn = until, Reason = reason }, actor, default));

    private Task<PublicHoliday> CloseAsync(string calendar, string day) => world.AsAsync("officer", (services, _) => services.GetRequiredService<SaveReferenceRow<PublicHoliday, PublicHolidayInput>>().ExecuteAsync(
        new PublicHolidayInput { Code = $"{calendar}:{day}", NameEn = "Closed", NameFr = "Fermeture", Rule = day, Calendars = [calendar], Source = "Note" },
        Administrator, default));

    private static DateTime Utc(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, DateTimeKind.Utc);
}
