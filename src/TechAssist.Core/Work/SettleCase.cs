using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Work;

/// <summary>Does what is due on a case as a whole: wakes a wait for a date, or says that the day of a hold has come. Does not save.</summary>
public sealed class SettleCase(TechAssistDb db, CaseFlow flow, CasePeople people, CaseMail mail, TimelineWriter timeline)
{
    public const string HoldOver = "hold-over";

    /// <summary>Those who put a case on hold, and let it go on.</summary>
    private static readonly string[] Holders = ["caseOfficer", "coordinator"];

    public async Task ExecuteAsync(Deadline deadline, AssistanceRequest request, DateTime now, CancellationToken cancellationToken)
    {
        if (deadline.Kind == DeadlineKind.Timer)
        {
            var run = await db.WorkflowRuns.SingleAsync(row => row.Id == deadline.RunId, cancellationToken);
            await flow.WakeAsync(run, request, deadline.BookmarkId!, now, cancellationToken);
        }
        else if (request is { IsPaused: true, HoldUntilOn: { } until })
        {
            await SayHoldIsOverAsync(request, until, now, cancellationToken);
        }
    }

    /// <summary>The case stays on hold: whether it goes on, people say.</summary>
    private async Task SayHoldIsOverAsync(AssistanceRequest request, DateOnly until, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var reader in await people.FindAsync(Holders, request, null, cancellationToken))
        {
            mail.Tell([reader], HoldOver, request, now, ("until", until.ToString("D", Languages.Culture(reader.Language))));
        }

        var values = new Dictionary<string, string> { ["until"] = until.ToString("O", CultureInfo.InvariantCulture) };
        await timeline.AddAsync(request.Id, new TimelineLine(HoldOver) { Values = values }, Actor.System, now, cancellationToken);
    }
}
