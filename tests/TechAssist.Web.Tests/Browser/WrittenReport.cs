using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.People;
using TechAssist.Testing;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Browser;

/// <summary>The report of a sample's mission, back with its authors: two experts of the demo.</summary>
internal sealed class WrittenReport(PortalApp app, WalkedCase walked)
{
    public string EditAddress => $"/requests/{walked.Reference}/missions/1/report/edit";

    public static async Task<WrittenReport> ReturnedAsync(PortalApp app)
    {
        var walked = await WalkedCase.SubmitAsync(app, "senegal-migration-statistics");
        await walked.WalkUntilAsync(act => act.Act == "commentOnReport");
        await walked.WaitForNextAsync();
        var report = new WrittenReport(app, walked);
        await report.SetStatusAsync(ReportStatus.Returned);
        await report.JoinAsync("expert2@demo.techassist.test");
        return report;
    }

    public Task SetStatusAsync(ReportStatus status) => app.ReadAsync(db => db.Reports.Where(report => report.RequestId == walked.RequestId)
        .ExecuteUpdateAsync(set => set.SetProperty(report => report.Status, status)));

    public Task<ReportContent> ContentAsync() =>
        app.ReadAsync(db => db.Reports.AsNoTracking().Where(report => report.RequestId == walked.RequestId).Select(report => report.Content).SingleAsync());

    /// <summary>Waits for what a browser sends to be in the report.</summary>
    public async Task<ReportContent> UntilAsync(Predicate<ReportContent> isThere)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(150));
        for (var attempt = 0; attempt < 250 && await timer.WaitForNextTickAsync(); attempt++)
        {
            if (await ContentAsync() is var content && isThere(content))
            {
                return content;
            }
        }

        Assert.Fail("never saved");
        throw new InvalidOperationException();
    }

    /// <summary>Confirmed for the case, and on the mission's team.</summary>
    private Task<int> JoinAsync(string email) => app.ReadAsync(async db =>
    {
        var mission = await db.Missions.Where(mission => mission.RequestId == walked.RequestId).Select(mission => mission.Id).SingleAsync();
        var expert = await db.Experts.Where(expert => expert.Person!.Email == email).Select(expert => new { expert.Id, PersonId = expert.PersonId!.Value }).SingleAsync();
        await db.Database.ExecuteSqlAsync($"INSERT INTO role_assignments (id, person_id, role, request_id, granted_at) VALUES ({Guid.CreateVersion7(app.Now)}, {expert.PersonId}, {nameof(Role.Expert)}, {walked.RequestId}, {app.Now})");
        return await db.Database.ExecuteSqlAsync($"INSERT INTO mission_members (mission_id, expert_id, is_lead) VALUES ({mission}, {expert.Id}, {false})");
    });
}
