using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Work.Tasks;
using TechAssist.Core.Workflows;

namespace TechAssist.Core.Work;

/// <summary>Takes the outcome a step declares for when its limit passes unanswered: a lapse, a silence procedure, the end of a
/// window. It is written into the history as what it is, so that silence never looks like somebody's word. Does not save.</summary>
public sealed class TakeAutoOutcome(TechAssistDb db, WorkflowCatalog workflows, CaseFlow flow, CasePeople people, TimelineWriter timeline)
{
    public async Task ExecuteAsync(Step step, AssistanceRequest request, DateTime now, CancellationToken cancellationToken)
    {
        var outcome = workflows.StepOf(step).AutoOutcome!;
        await StepForms.Empty(step.Form).TimeIsUpAsync(new StepTimeUp(db, request, step, outcome, now), cancellationToken);
        var line = new TimelineLine("time-is-up")
        {
            StepId = step.StepId,
            // The silence of the requesting side is theirs to see; that of the committee or an expert is not.
            IsPublic = step.Items.Exists(item => TaskReaders.IsOfRequestingSide(item.Role)),
            Values = new Dictionary<string, string> { ["definition"] = $"{step.Run.Definition}.v{step.Run.Version}", ["form"] = step.Form, ["outcome"] = outcome },
        };
        await timeline.AddAsync(request.Id, line, Actor.System, now, cancellationToken);
        if (workflows.StepOf(step).Complete == "silence" || IsAssent(step.Form, outcome))
        {
            var minute = await MinuteAsync(step, outcome, cancellationToken);
            // It names whoever was asked: to the requesting side only where nobody but themselves was.
            await timeline.AddAsync(
                request.Id, minute with { IsPublic = step.Items.TrueForAll(item => TaskReaders.IsOfRequestingSide(item.Role)) }, Actor.System, now, cancellationToken);
        }

        await flow.CompleteAsync(step, request, outcome, Actor.System, now, cancellationToken);
    }

    /// <summary>Who says nothing is taken to agree. A lapse or a refusal by silence binds nobody to anything, and needs no minute.</summary>
    private static bool IsAssent(string form, string outcome) => (form, outcome) is
        (StepForms.NoObjection, "noObjection") or (StepForms.ReportComments, "agree");

    /// <summary>The minute of a silence procedure: since when it ran, who spoke, who kept silent, and what that means.</summary>
    private async Task<TimelineLine> MinuteAsync(Step step, string outcome, CancellationToken cancellationToken)
    {
        var silent = await people.HoldersAsync(step, cancellationToken);
        List<string> spoke = [.. step.Items.Where(item => item.Outcome is not null).Select(item => item.ClosedByName!)];
        return StepLine.Of(
            spoke.Count == 0 ? "silence-minute" : "silence-minute-answered", step, silent,
            ("form", step.Form), ("outcome", outcome), ("spoke", string.Join(", ", spoke)),
            ("on", DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(step.OpenedAt, step.Zone)).ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
