using TechAssist.Core.Audit;
using TechAssist.Core.FollowUp.Surveys;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Work.ByLink;
using TechAssist.Core.Workflows;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Core.Work;

/// <summary>Reminds those who must act, and writes it into the history of the case.</summary>
public sealed class StepReminders(TechAssistDb db, WorkflowCatalog workflows, CasePeople people, IssueTaskLinks links, CaseMail mail, TimelineWriter timeline)
{
    /// <param name="told">Those who were told of the step in the same moment anyway.</param>
    /// <returns>Whom it went to.</returns>
    public async Task<IReadOnlyList<Guid>> SendAsync(
        Deadline deadline, Step step, AssistanceRequest request, IReadOnlyCollection<Guid> told, DateTime now, CancellationToken cancellationToken)
    {
        var definition = workflows.StepOf(step);
        var readers = await ReadersAsync(deadline, step, definition, request, cancellationToken);
        List<CasePerson> reminded = [.. readers.Where(reader => !told.Contains(reader.Id))];
        if (reminded.Count == 0)
        {
            return [];
        }

        var kind = step.IsLate(now) ? "task-late" : "task-reminder";
        await links.ReadAsync(step, cancellationToken);
        var more = deadline.Template == LastDay.Template ? await LastDay.ValuesAsync(db, step.MissionId, cancellationToken) : [];
        foreach (var message in mail.Tell(reminded, deadline.Template ?? kind, request, step, definition, now, more).Where(_ => deadline.IsInPortalOnly))
        {
            message.GiveUp(OutboxMessage.InPortalOnly);
        }

        await timeline.AddAsync(request.Id, StepLine.Of(kind, step, reminded), Actor.System, now, cancellationToken);
        return reminded.ConvertAll(reader => reader.Id);
    }

    /// <summary>Who has the task now, where the reminder is for those who do the step: whoever has answered is left alone, and after
    /// an escalation it is somebody else. Other readers by their role.</summary>
    private async Task<IEnumerable<CasePerson>> ReadersAsync(
        Deadline deadline, Step step, HumanStep definition, AssistanceRequest request, CancellationToken cancellationToken)
    {
        var audience = deadline.Audience.Count > 0 ? deadline.Audience : definition.Audience;
        var doers = audience.Intersect(definition.Audience).Select(People.Roles.FromAudience).ToList();
        var readers = await people.FindAsync(audience.Except(definition.Audience), request, step.MissionId, cancellationToken);
        if (doers.Count == 0)
        {
            return readers;
        }

        var given = definition.Audience.Select(People.Roles.FromAudience).ToList();
        var holders = await people.HoldersAsync(step, cancellationToken);
        return holders.Where(holder => doers.Contains(holder.Role) || !given.Contains(holder.Role)).Concat(readers).DistinctBy(reader => reader.Id);
    }
}
