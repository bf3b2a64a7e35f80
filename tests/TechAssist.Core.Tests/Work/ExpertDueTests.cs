using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Board;
using TechAssist.Core.Experts;
using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Cases;
using TechAssist.Core.Work;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Work;

/// <summary>Steps that are due in an expert's calendar. The report is due on Monday 22 September 2031 at 18:00 in Paris.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class ExpertDueTests(Provider provider)
{
    private CaseWorld world = null!;

    [SetUp]
    public async Task SetUp()
    {
        world = await CaseWorld.OpenAsync(provider);
        await world.ReachReportAsync();
        await EditAsync(profile => profile with { Residence = "FR" });
    }

    [TearDown]
    public async Task TearDown() => await world.DisposeAsync();

    [Test]
    public async Task Whoever_is_late_with_a_report_is_reminded_before_the_officer_is_told()
    {
        await SweepAtAsync(24);
        Assert.That(await ToldAsync("task-late"), Is.EqualTo(new[] { "expert@x.test" }));
        Assert.That(await ToldAsync("task-escalated"), Is.Empty, "two days after: the expert's own matter still");
        await SweepAtAsync(29);
        Assert.That(await ToldAsync("task-escalated"), Is.EqualTo(new[] { "officer@x.test" }));
    }

    [Test]
    public async Task The_zone_in_the_profile_is_the_zone_in_which_the_expert_reads()
    {
        Assert.That(await ReaderAsync(), Is.EqualTo(((string?)null, "FR")));
        await EditAsync(profile => profile with { TimeZone = "America/Toronto" });
        Assert.That(await ReaderAsync(), Is.EqualTo(("America/Toronto", "FR")));

        Task<(string?, string?)> ReaderAsync() => world.AsAsync<ListMyTasks, (string?, string?)>("expert", (_, actor) => Task.FromResult((actor.TimeZone, actor.Residence)));
    }

    [Test]
    public async Task Days_lost_are_those_of_the_experts_own_calendar()
    {
        await EditAsync(profile => profile with { Unavailable = [new Period { From = new(2031, 9, 23), To = new(2031, 9, 24) }] });
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 9, 26, 9, 0, 0, TimeSpan.Zero));
        var times = await world.AsAsync<GetStepTimes, StepTimes>("coordinator", (get, actor) => get.ExecuteAsync(new TimesInput(), actor, default));
        Assert.That(times.Rows.Single(row => row.Key == "mission/report").Lost, Is.EqualTo(3), "due on Friday the 19th: Monday, Thursday and Friday; away between");
    }

    [Test]
    public async Task A_change_of_the_experts_days_shows_on_the_case_and_on_the_page_of_the_country()
    {
        Assert.That((await ChangedAsync("FR"), await IsOtherwiseAsync()), Is.EqualTo((0, false)));
        await EditAsync(profile => profile with { Unavailable = [new Period { From = new(2031, 9, 10), To = new(2031, 9, 12) }] });
        Assert.That((await ChangedAsync("FR"), await ChangedAsync("DE"), await ChangedAsync("secretariat"), await IsOtherwiseAsync()), Is.EqualTo((1, 0, 0, true)));

        await EditAsync(profile => profile with { Residence = "DE", Region = "DE-BY", Unavailable = [] });
        Assert.That((await ChangedAsync("FR"), await ChangedAsync("DE"), await ChangedAsync("DE-BY"), await ChangedAsync("DE-BE")), Is.EqualTo((0, 0, 0, 0)), "the same days count in Munich");
        await EditAsync(profile => profile with { TimeZone = "America/Toronto" });
        Assert.That((await ChangedAsync("DE"), await ChangedAsync("DE-BY"), await ChangedAsync("DE-BE")), Is.EqualTo((1, 1, 0)), "six o'clock is later there");
    }

    private async Task SweepAtAsync(int day)
    {
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 9, day, 12, 0, 0, TimeSpan.Zero));
        await world.SweepAsync();
    }

    private Task<string[]> ToldAsync(string template) => world.ReadAsync(db => db.Outbox.Where(mail => mail.Template == template
        && db.Steps.Any(step => step.Id == mail.StepRowId && step.StepId == "report")).Select(mail => mail.ToAddress).ToArrayAsync());

    private async Task EditAsync(Func<ExpertProfile, ExpertProfile> change)
    {
        var (id, profile, revision) = await world.ReadAsync(async db =>
        {
            var expert = await db.Experts.SingleAsync();
            return (expert.Id, expert.Profile, expert.Revision);
        });
        await world.AsAsync<EditExpert, int>("expert", (act, actor) => act.ExecuteAsync(id, new EditExpertInput(change(profile), revision), actor, default));
    }

    private async Task<int> ChangedAsync(string calendar) =>
        (await world.AsAsync<ListChangedDue, IReadOnlyList<ChangedDue>>("coordinator", (query, actor) => query.ExecuteAsync(calendar, actor, default))).Count;

    private async Task<bool> IsOtherwiseAsync()
    {
        var reference = await world.ReadAsync(db => db.Requests.Select(request => request.Reference!).SingleAsync());
        var standing = await world.AsAsync<GetCaseStanding, CaseStanding>("coordinator", (query, actor) => query.ExecuteAsync(reference, actor, default));
        return standing.Steps.Single(step => step.Form == "report").IsOtherwiseNow;
    }
}
