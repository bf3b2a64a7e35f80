using TechAssist.Core.Audit;
using TechAssist.Core.Notifications;
using TechAssist.Core.Requests;
using TechAssist.Core.Workflows;

namespace TechAssist.Core.Work;

/// <summary>Reminds those who must act, or tells those above, and writes it into the history of the case.</summary>
public sealed class StepReminders(WorkflowCatalog workflows, CasePeople people, CaseMail mail, TimelineWriter timeline)
{
    public async Task SendAsync(Deadline deadline, Step step, AssistanceRequest request, DateTime now, CancellationToken cancellationToken)
    {
        var definition = workflows.StepOf(step);
        var audience = deadline.Audience.Count > 0 ? deadline.Audience : definition.Audience;
        var readers = await people.FindAsync(audience, request, step.MissionId, cancellationToken);
        var template = deadline.Kind == DeadlineKind.Escalation ? "task-escalated" : step.IsLate(now) ? "task-late" : "task-reminder";
        // Who has answered already is left alone.
        var answered = step.Items.Where(item => item.Outcome is not null).Select(item => item.PersonId).ToHashSet();
        List<CasePerson> told = [.. readers.Where(reader => !answered.Contains(reader.Id) && IsAsked(reader, step))];
        await mail.ReadLinksAsync(step, cancellationToken);
        mail.Tell(told, template, request, step, definition, now);
        await timeline.AddAsync(
            request.Id,
            new TimelineLine(template)
            {
                StepId = step.StepId,
                Values = new Dictionary<string, string>
                {
                    ["definition"] = $"{step.Run.Definition}.v{step.Run.Version}",
                    ["people"] = string.Join(", ", told.Select(person => person.Name)),
                },
            },
            Actor.System,
            now,
            cancellationToken);
    }

    /// <summary>Focal points are asked country by country: one whose country has endorsed is left alone too.</summary>
    private static bool IsAsked(CasePerson reader, Step step) =>
        step.Form != StepForms.Endorsement || reader.Role != People.Role.FocalPoint || step.Items.Exists(item => item.PersonId == reader.Id && item.IsOpen);
}
