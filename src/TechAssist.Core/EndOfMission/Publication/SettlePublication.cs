using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;

namespace TechAssist.Core.EndOfMission.Publication;

public sealed record WithdrawPublicInput
{
    [Required, StringLength(2000)]
    public string? Reason { get; init; }
}

/// <summary>What the secretariat does once a publication was settled: takes the public version back, or prepares one anew after it was not
/// published, for instance because the beneficiary's approval came too late.</summary>
public sealed class SettlePublication(TechAssistDb db, CaseFlow flow, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>The workflow of a publication.</summary>
    public const string Definition = "publication";

    /// <exception cref="RuleException"><c>publication-not-public</c>: nothing is published.</exception>
    public async Task WithdrawAsync(Guid missionId, WithdrawPublicInput input, Actor actor, CancellationToken cancellationToken)
    {
        var version = await db.FindPublicVersionAsync(missionId, actor, cancellationToken);
        actor.Require(actor.IsSecretariat);
        if (version.Status != PublicationStatus.Published)
        {
            throw new RuleException("publication-not-public");
        }

        InputCheck.ThrowIfInvalid(input);
        var now = clock.GetUtcNow().UtcDateTime;
        version.Withdraw(input.Reason!.Trim(), actor, now);
        var filed = await db.Documents
            .Where(document => document.RequestId == version.RequestId && document.Kind == Documents.DocumentKinds.PublicReport && document.RemovedAt == null)
            .ToListAsync(cancellationToken);
        var names = Languages.All.Select(language => Documents.DocumentNames.PublicReport(language, version.Report.Mission.Number)).ToList();
        filed.FindAll(document => names.Exists(name => document.FileName.EndsWith($"{name}.pdf", StringComparison.Ordinal))).ForEach(document => document.Remove(now));
        await timeline.AddAsync(version.RequestId, MissionLine.Of("publication-withdrawn", version.Report.Mission, input.Reason), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <exception cref="RuleException"><c>publication-under-way</c>: it is published, or being prepared.</exception>
    public async Task BeginAgainAsync(Guid missionId, Actor actor, CancellationToken cancellationToken)
    {
        var version = await db.FindPublicVersionAsync(missionId, actor, cancellationToken);
        actor.Require(actor.IsSecretariat);
        var isRunning = await db.WorkflowRuns.AnyAsync(run => run.MissionId == missionId && run.Definition == Definition && run.EndedAt == null, cancellationToken);
        if (version.Status == PublicationStatus.Published || isRunning)
        {
            throw new RuleException("publication-under-way");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        await timeline.AddAsync(version.RequestId, MissionLine.Of("publication-begun-again", version.Report.Mission), actor, now, cancellationToken);
        await flow.StartAsync(version.Report.Mission.Request, Definition, missionId, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
