using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Core.Requests;
using TechAssist.Testing;
using TechAssist.Web.Tests.Editors;

namespace TechAssist.Web.Tests.Roster;

/// <summary>An expert's calendar: looked at, written out, and filled from the expert's own calendar program.</summary>
public sealed class ExpertCalendarPagesTests(Provider provider) : PortalTests(provider)
{
    private const string Leave = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//x//y//EN
        BEGIN:VEVENT
        UID:1
        DTSTART;VALUE=DATE:20310707
        DTEND;VALUE=DATE:20310712
        SUMMARY:Congé à Évora
        END:VEVENT
        BEGIN:VEVENT
        UID:2
        DTSTART;VALUE=DATE:20310801
        SUMMARY:Birthday
        TRANSP:TRANSPARENT
        END:VEVENT
        BEGIN:VEVENT
        UID:3
        DTSTART;VALUE=DATE:20310714
        SUMMARY:Called off
        STATUS:CANCELLED
        END:VEVENT
        BEGIN:VEVENT
        UID:4
        DTSTART;VALUE=DATE:20250101
        SUMMARY:Long ago
        END:VEVENT
        END:VCALENDAR
        """;

    [Test]
    public async Task Region_zone_and_own_week_are_typed_by_the_expert_and_make_the_calendar()
    {
        var (id, person) = await (await SomeCase.CreateAsync(App)).AddExpertAsync("Zwölfender");
        var expert = await App.SignInAsync(person);
        var refused = await expert.FillAsync($"/roster/{id}/edit", ("Input.Residence", "FR"), ("Input.Region", "DE-BY"), ("Input.TimeZone", "Mars/Base"), ("Input.Week.ValidFrom", "2031-09-01"), ("Input.Week.ValidTo", "2031-08-01"));
        Assert.That((refused.Status, refused.Errors.Count), Is.EqualTo((HttpStatusCode.BadRequest, 3)), string.Join("; ", refused.Errors));
        var saved = await expert.SubmitAsync(
            refused, "main form[method=post]", ("Input.Residence", "DE"), ("Input.TimeZone", "America/Toronto"), ("Input.Week.ValidTo", "2031-10-31"), ("Input.Week.OpensAt", "07:30"), ("Input.Week.ClosesAt", "12:30"));
        Assert.That(saved.LeadsTo, Is.EqualTo($"/roster/{id}"), string.Join("; ", saved.Errors));

        var link = (await expert.FollowAsync(saved)).Page.QuerySelector($"a[href='/roster/{id}/calendar']")!.GetAttribute("href")!;
        var text = (await expert.GetAsync(link + "?year=2031")).Page.QuerySelector("main")!.TextContent;
        Assert.That(text, Does.Contain("America/Toronto").And.Contain("Germany (BY)").And.Contain("Corpus Christi"));
        Assert.That((await expert.GetAsync(link + "?year=2031")).Page.QuerySelectorAll(".year table"), Has.Length.EqualTo(12));
        var calendar = (await App.ReadAsync(db => db.Experts.Where(row => row.Id == id).Select(row => row.Profile).SingleAsync())).Week;
        Assert.That((calendar.ValidFrom, calendar.ValidTo), Is.EqualTo(((DateOnly?)new DateOnly(2031, 9, 1), (DateOnly?)new DateOnly(2031, 10, 31))));
    }

    [Test]
    public async Task Absences_come_from_a_file_and_only_those_chosen_are_taken()
    {
        var (id, person) = await (await SomeCase.CreateAsync(App)).AddExpertAsync("Mañanero");
        var expert = await App.SignInAsync(person);
        var read = await ReadAsync(expert, id, Leave);
        var boxes = read.Page.QuerySelectorAll("input[name=Chosen]");
        Assert.That(boxes.Select(box => (box.GetAttribute("value"), box.HasAttribute("checked"))), Is.EqualTo(new[] { ("2031-07-07/2031-07-11", true), ("2031-08-01/2031-08-01", false) }));
        Assert.That(await AwayAsync(id), Is.Empty, "nothing is saved yet");

        var saved = await expert.SubmitAsync(read, "main form[method=post]");
        Assert.That(saved.LeadsTo, Is.EqualTo($"/roster/{id}/calendar"), string.Join("; ", saved.Errors));
        Assert.That((await AwayAsync(id)).Select(period => (period.From, period.To)), Is.EqualTo(new[] { ((DateOnly?)new DateOnly(2031, 7, 7), (DateOnly?)new DateOnly(2031, 7, 11)) }));
        var stale = await expert.SubmitAsync(read, "main form[method=post]");
        Assert.That(stale.Status, Is.EqualTo(HttpStatusCode.Conflict), "the profile has changed since the file was read");
        Assert.That((await ReadAsync(expert, id, Leave)).Page.QuerySelectorAll("input[name=Chosen][checked]"), Is.Empty, "what is known is no news");

        using var file = await expert.Client.GetAsync($"/roster/{id}/calendar?handler=File&year=2031");
        Assert.That(await file.Content.ReadAsStringAsync(), Does.Contain("DTSTART;VALUE=DATE:20310707").And.Not.Contain("Évora"));
        Assert.That((await ReadAsync(expert, id, "nonsense")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task It_is_the_experts_and_the_secretariats_alone()
    {
        var request = await SomeCase.CreateAsync(App);
        var (id, _) = await request.AddExpertAsync("Østergård");
        var (_, other) = await request.AddExpertAsync("Weiß");
        foreach (var (visitor, sees, changes) in new[]
        {
            (await App.SignInAsync(other), false, false), (await App.SignInAsync(await App.Data.CreatePersonAsync(Role.FocalPoint, "SN")), false, false),
            (await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Auditor)), true, false), (await App.SignInAsync(request.Officer), true, true),
        })
        {
            Assert.That((await visitor.GetAsync($"/roster/{id}/calendar")).Status, Is.EqualTo(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound));
            Assert.That((await visitor.GetAsync($"/roster/{id}/absences")).Status, Is.EqualTo(changes ? HttpStatusCode.OK : HttpStatusCode.NotFound));
        }
    }

    private static async Task<Answer> ReadAsync(Visitor visitor, Guid id, string file)
    {
        var form = await visitor.GetAsync($"/roster/{id}/absences");
        return await visitor.SendFilesAsync(form, "main form[method=post]", $"/roster/{id}/absences?handler=Read", "Input.File", ("leave.ics", System.Text.Encoding.UTF8.GetBytes(file)));
    }

    private Task<IReadOnlyList<Period>> AwayAsync(Guid id) => App.ReadAsync(async db => (await db.Experts.SingleAsync(row => row.Id == id)).Profile.Unavailable);
}
