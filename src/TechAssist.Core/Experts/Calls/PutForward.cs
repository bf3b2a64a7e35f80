using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.Experts.Staffing;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;
using TechAssist.Core.Workflows;

namespace TechAssist.Core.Experts.Calls;

/// <summary>Where a call says so: the first suitable yes is put to the coordinator without waiting for an officer, every later one
/// stands by (domain process 4.3). A yes is suitable without other days and declared conflicts, and while no hard filter speaks
/// against it. Does not save; of two answers at once the later save is refused and done again.</summary>
public sealed class PutForward(TechAssistDb db, FindMatches findMatches, WorkflowCatalog workflows, CaseFlow flow, TimelineWriter timeline)
{
    internal async Task ExecuteAsync(Nomination nomination, DateTime now, CancellationToken cancellationToken)
    {
        if (nomination.Call is not { AutoProposes: true } || !await IsSuitableAsync(nomination, cancellationToken))
        {
            return;
        }

        var isTaken = (await OthersAsync(nomination, cancellationToken)).Exists(other => other.PutForwardAt is not null);
        if (isTaken)
        {
            nomination.KeepInReserve();
            await SuggestAsync(nomination, cancellationToken);
            await timeline.AddAsync(nomination.RequestId, CallLine.Of("expert-stands-by", nomination, now), Actor.System, now, cancellationToken);
            return;
        }

        await ProposeAsync(nomination, now, cancellationToken);
        await FinishCallAsync(nomination, now, cancellationToken);
    }

    /// <summary>Whoever was put forward is out: the first of those who stand by comes in.</summary>
    internal async Task NextAsync(Nomination gone, DateTime now, CancellationToken cancellationToken)
    {
        if (gone.PutForwardAt is null)
        {
            return;
        }

        var others = await OthersAsync(gone, cancellationToken);
        if (others.Find(other => other is { Status: NominationStatus.Accepted, IsReserve: true }) is { } next)
        {
            await ProposeAsync(next, now, cancellationToken);
            await SuggestAsync(next, cancellationToken);
        }
    }

    private async Task ProposeAsync(Nomination nomination, DateTime now, CancellationToken cancellationToken)
    {
        nomination.PutForward(now);
        var chain = await CallChain.OfAsync(nomination, db, cancellationToken);
        await timeline.AddAsync(nomination.RequestId, CallLine.Of("expert-put-forward", nomination, chain, now), Actor.System, now, cancellationToken);
    }

    private async Task<bool> IsSuitableAsync(Nomination nomination, CancellationToken cancellationToken) =>
        nomination is { OfferedDays.Count: 0, Declaration.HasConflict: false }
        && await findMatches.FailedByAsync(nomination, nomination.Request.Content, cancellationToken) == HardFilters.None;

    /// <summary>The other nominations of the call that are still in question, in the order of their answers.</summary>
    private Task<List<Nomination>> OthersAsync(Nomination nomination, CancellationToken cancellationToken) =>
        db.Nominations.Include(other => other.Expert).Include(other => other.Call).Include(other => other.Request)
            .Where(other => other.CallId == nomination.CallId && other.Id != nomination.Id && other.EndedAt == null)
            .OrderBy(other => other.AnsweredAt).ThenBy(other => other.Id)
            .ToListAsync(cancellationToken);

    private async Task SuggestAsync(Nomination nomination, CancellationToken cancellationToken)
    {
        var steps = await db.Steps.Include(step => step.Items)
            .Where(step => step.RequestId == nomination.RequestId && step.Form == "selection" && step.ClosedAt == null)
            .ToListAsync(cancellationToken);
        foreach (var step in steps)
        {
            await SelectionForm.SuggestAsync(step, db, cancellationToken);
        }
    }

    /// <summary>The duty officer's part of the step, the call, has its result; the case officer's, the terms, stays.</summary>
    private async Task FinishCallAsync(Nomination nomination, DateTime now, CancellationToken cancellationToken)
    {
        var step = await db.Steps.Include(open => open.Run).Include(open => open.Items).Include(open => open.Deadlines)
            .SingleOrDefaultAsync(open => open.RequestId == nomination.RequestId && open.Form == "termsAndCall" && open.ClosedAt == null, cancellationToken);
        if (step is null || step.Items.TrueForAll(item => item.Role == Role.DutyOfficer))
        {
            return;
        }

        foreach (var item in step.Items.Where(item => item is { IsOpen: true, Role: Role.DutyOfficer }))
        {
            item.Answered("ready", "{}", Actor.System, now);
        }

        if (StepCompletion.Decide(workflows.StepOf(step), step.Items) is { } outcome)
        {
            await flow.CompleteAsync(step, nomination.Request, outcome, Actor.System, now, cancellationToken);
        }
    }
}
