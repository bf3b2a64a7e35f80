using TechAssist.Core.Audit;
using TechAssist.Core.Notifications;
using TechAssist.Core.Requests;
using TechAssist.Core.Work.ByLink;
using TechAssist.Core.Workflows;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Core.Work;

/// <summary>Tells those above that a step is late, gives it to them where the workflow file says so, and tells the person it
/// passes over. Where nobody holds the role, or the one who holds it is late oneself, it goes further up.</summary>
public sealed class EscalateStep(WorkflowCatalog workflows, CasePeople people, IssueTaskLinks links, CaseMail mail, TimelineWriter timeline)
{
    private static readonly string[] WayUp = ["caseOfficer", "coordinator", "head"];

    /// <param name="rungs">The escalations that are due, the lowest first.</param>
    /// <returns>Everybody who was written to.</returns>
    public async Task<IReadOnlyCollection<Guid>> ExecuteAsync(
        IReadOnlyList<Deadline> rungs, Step step, AssistanceRequest request, DateTime now, CancellationToken cancellationToken)
    {
        if (rungs.Count == 0)
        {
            return [];
        }

        var definition = workflows.StepOf(step);
        var holders = await people.HoldersAsync(step, cancellationToken);
        List<CasePerson> above = [];
        List<CasePerson> takers = [];
        foreach (var rung in rungs)
        {
            List<CasePerson> readers = [.. (await AboveAsync(rung.Audience, holders, step, request, cancellationToken)).Where(reader => !above.Exists(known => known.Id == reader.Id))];
            above.AddRange(readers);
            takers = rung.Reassigns && readers.Count > 0 ? readers : takers;
            mail.Tell(readers.Except(takers), rung.Template ?? "task-escalated", request, step, definition, now);
        }

        if (above.Count == 0)
        {
            await timeline.AddAsync(request.Id, StepLine.Of("task-escalated-nobody", step, []), Actor.System, now, cancellationToken);
            return [];
        }

        await timeline.AddAsync(request.Id, StepLine.Of("task-escalated", step, above), Actor.System, now, cancellationToken);
        if (takers.Count > 0)
        {
            await HandOverAsync(takers, holders, step, definition, request, now, cancellationToken);
        }

        TellPassedOver(holders, above, takers, step, definition, request, now);
        return [.. above.Concat(holders).Select(person => person.Id)];
    }

    private async Task<IReadOnlyList<CasePerson>> AboveAsync(
        IReadOnlyList<string> audience, IReadOnlyList<CasePerson> holders, Step step, AssistanceRequest request, CancellationToken cancellationToken)
    {
        var next = audience;
        while (true)
        {
            var found = await people.FindAsync(next, request, step.MissionId, cancellationToken);
            List<CasePerson> others = [.. found.Where(person => !holders.Any(holder => holder.Id == person.Id))];
            var rung = next.Max(role => Array.IndexOf(WayUp, role)) + 1;
            if (others.Count > 0 || rung >= WayUp.Length)
            {
                return others;
            }

            next = [WayUp[rung]];
        }
    }

    private async Task HandOverAsync(
        List<CasePerson> takers, IReadOnlyList<CasePerson> holders, Step step, HumanStep definition, AssistanceRequest request, DateTime now, CancellationToken cancellationToken)
    {
        step.HandTo(takers, now);
        await links.GiveAnewAsync(step, takers, now, cancellationToken);
        mail.Tell(takers, "task-taken-over", request, step, definition, now, ("from", Names(holders)));
        await timeline.AddAsync(request.Id, StepLine.Of("task-reassigned", step, takers, ("from", Names(holders))), Actor.System, now, cancellationToken);
    }

    /// <summary>Nobody is reported to those above without being told so.</summary>
    private void TellPassedOver(
        IReadOnlyList<CasePerson> holders, List<CasePerson> above, List<CasePerson> takers, Step step, HumanStep definition, AssistanceRequest request, DateTime now)
    {
        if (takers.Count > 0)
        {
            mail.Tell(holders, "task-passed-on", request, step, definition, now, ("people", Names(takers)));
            return;
        }

        mail.Tell(holders, "task-reported", request, step, definition, now, ("people", Names(above)));
    }

    private static string Names(IEnumerable<CasePerson> people) => string.Join(", ", people.Select(person => person.Name));
}
