using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechAssist.Core.Experts;
using TechAssist.Core.Notifications;
using TechAssist.Core.People;
using TechAssist.Core.Tests.Experts;
using TechAssist.Core.Work.Agenda;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Work;

/// <summary>What has a day for somebody, and the private address that shows it to a calendar program.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class AgendaTests(Provider provider)
{
    private static readonly DateOnly From = new(2031, 1, 1);

    private static readonly DateOnly To = new(2031, 12, 31);

    [Test]
    public async Task Own_tasks_stand_on_the_day_of_the_side_that_acts_and_nobody_elses()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.SubmitAsync();
        var task = await world.ReadAsync(db => db.WorkItems.SingleAsync(item => item.Step.StepId == "endorsement" && item.ClosedAt == null));
        var shown = (await ListAsync(world, "focal")).Single();
        Assert.That((shown.Kind, shown.Id, shown.At, shown.Path), Is.EqualTo((AgendaKind.Due, task.Id, task.DueAt, $"/tasks/{task.Id}")));
        Assert.That(shown.FirstOn, Is.EqualTo(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(task.DueAt!.Value, shown.Zone))));
        Assert.That(await ListAsync(world, "stranger"), Is.Empty);
        Assert.That(await ListAsync(world, "focal", From, From.AddDays(10)), Is.Empty, "another stretch");
        world.Clock.Advance(TimeSpan.FromDays(60));
        Assert.That((await ListAsync(world, "focal")).Single().IsLate, Is.True);
    }

    [Test]
    public async Task A_call_stands_in_the_days_of_the_expert_who_is_asked_and_of_the_officer_until_it_is_answered()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.AddPersonAsync("awa", Role.Expert);
        var (_, _) = await CalledExperts.CallAsync(world, 48, "Awa", "Koffi");
        var expertId = await world.ReadAsync(db => db.Experts.Where(row => row.Name.StartsWith("Awa")).Select(row => row.Id).SingleAsync());
        await world.AsAsync<LinkExpert>("officer", (act, by) => act.ExecuteAsync(expertId, new LinkExpertInput("awa@x.test"), by, default));
        var asked = (await ListAsync(world, "awa")).Single();
        Assert.That((asked.Kind, asked.At, asked.Title.Fr), Is.EqualTo((AgendaKind.CallCloses, (DateTime?)world.Now.AddHours(48), "Statisticienne")));
        Assert.That((await ListAsync(world, "officer")).Count(entry => entry.Kind == AgendaKind.CallCloses), Is.EqualTo(1));
        Assert.That((await ListAsync(world, "committee")).Count(entry => entry.Kind == AgendaKind.CallCloses), Is.Zero);
        await world.AsAsync<AnswerInvitation>("awa", (act, by) => act.ExecuteAsync(asked.Id, new AnswerInvitationInput(false) { Message = "Pas libre" }, by, default));
        Assert.That(await ListAsync(world, "awa"), Is.Empty);
    }

    [Test]
    public async Task The_private_address_shows_its_owners_days_and_stops_when_it_is_renewed_or_taken_back()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        Assert.That(await TokenAsync(world), Is.Null);
        await world.AsAsync<CalendarFeed>("focal", (act, by) => act.RenewAsync(by, default));
        var first = (await TokenAsync(world))!;
        Assert.That((await OwnerAsync(world, first)).Name, Is.EqualTo("focal"));
        await Assert.ThrowsAsync<NotFoundException>(() => OwnerAsync(world, (first[0] == 'A' ? 'B' : 'A') + first[1..]));
        await Assert.ThrowsAsync<NotFoundException>(() => OwnerAsync(world, "nonsense"));

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.AsAsync<CalendarFeed>("focal", (act, by) => act.RenewAsync(by, default));
        var second = (await TokenAsync(world))!;
        await Assert.ThrowsAsync<NotFoundException>(() => OwnerAsync(world, first));
        Assert.That((await OwnerAsync(world, second)).Name, Is.EqualTo("focal"), "reading does not use it up");
        await world.AsAsync<CalendarFeed>("stranger", (act, by) => act.RevokeAsync(by, default));
        Assert.That((await OwnerAsync(world, second)).Name, Is.EqualTo("focal"), "each takes back only the own");
        await world.AsAsync<CalendarFeed>("focal", (act, by) => act.RevokeAsync(by, default));
        await Assert.ThrowsAsync<NotFoundException>(() => OwnerAsync(world, second));
        Assert.That(await world.ReadAsync(db => db.Timeline.CountAsync(line => line.Kind.StartsWith("calendar-feed"))), Is.EqualTo(4));
    }

    [Test]
    public async Task A_closed_account_has_no_calendar()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.AsAsync<CalendarFeed>("focal", (act, by) => act.RenewAsync(by, default));
        var token = (await TokenAsync(world))!;
        await world.ReadAsync(async db =>
        {
            (await db.People.SingleAsync(person => person.Email == "focal@x.test")).Close();
            return await db.SaveChangesAsync();
        });
        await Assert.ThrowsAsync<NotFoundException>(() => OwnerAsync(world, token));
    }

    [Test]
    public void The_file_keeps_its_ids_its_accents_and_its_instants_in_utc()
    {
        var id = Guid.CreateVersion7(new DateTimeOffset(2031, 3, 3, 9, 0, 0, TimeSpan.Zero));
        var due = new DateTime(2031, 3, 10, 18, 0, 0, DateTimeKind.Utc);
        AgendaEntry[] entries =
        [
            new(AgendaKind.Due, id, new LangText("Avis préalable, été", "Opinion"), "TA-2031-SN-0001", due, new DateOnly(2031, 3, 10), new DateOnly(2031, 3, 10), TimeZoneInfo.Utc, "/tasks/1", false),
            new(AgendaKind.Mission, id, new LangText("Dakar", "Dakar"), "TA-2031-SN-0001", null, new DateOnly(2031, 9, 1), new DateOnly(2031, 9, 5), TimeZoneInfo.Utc, "/missions", false),
        ];
        var file = new AgendaFile(Options.Create(new PortalAddress { Url = "https://ta.example" }), Options.Create(new MailOptions { From = "ta@ta.example" }));
        var text = file.Write(entries, "fr", due);
        var read = Ical.Net.Calendar.Load(text)!.Events.OrderBy(found => found.Start).ToList();
        Assert.That(read.Select(found => found.Uid), Is.EqualTo(new[] { $"due-{id:N}@ta.example", $"mission-{id:N}@ta.example" }));
        Assert.That((read[0].Summary, read[0].End!.AsUtc), Is.EqualTo(("Échéance\u00a0: Avis préalable, été (TA-2031-SN-0001)", due)));
        Assert.That((read[1].IsAllDay, read[1].End!.Date), Is.EqualTo((true, new DateOnly(2031, 9, 6))));
        Assert.That(text, Does.Contain("REFRESH-INTERVAL;VALUE=DURATION:PT1H").And.Contain("https://ta.example/tasks/1"));
    }

    private static Task<string?> TokenAsync(CaseWorld world) => world.AsAsync<CalendarFeed, string?>("focal", (query, by) => query.TokenAsync(by, default));

    private static Task<Actor> OwnerAsync(CaseWorld world, string token) => world.AsAsync<CalendarFeed, Actor>("stranger", (query, _) => query.OwnerAsync(token, default));

    private static Task<IReadOnlyList<AgendaEntry>> ListAsync(CaseWorld world, string who) => ListAsync(world, who, From, To);

    private static Task<IReadOnlyList<AgendaEntry>> ListAsync(CaseWorld world, string who, DateOnly from, DateOnly to) =>
        world.AsAsync<ListAgenda, IReadOnlyList<AgendaEntry>>(who, (query, by) => query.ExecuteAsync(from, to, by, default));
}
