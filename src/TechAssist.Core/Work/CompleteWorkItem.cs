using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.People.Substitutes;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Workflows;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Core.Work;

/// <summary>What somebody answers to a task.</summary>
/// <param name="Outcome">One of the step's outcomes.</param>
/// <param name="Form">The form's fields; nothing for a form left empty.</param>
/// <param name="Revision">The revision of the work item that was seen; refused as stale when it is no longer that one.</param>
public sealed record CompleteWorkItemInput(Guid WorkItemId, string Outcome, JsonElement? Form = null, int? Revision = null);

/// <summary>Somebody completes a task: their form is checked and applied, and when the step has what it needs the case moves on.
/// Page, API and samples all come through here.</summary>
public sealed class CompleteWorkItem(TechAssistDb db, WorkflowCatalog workflows, CaseFlow flow, StepAnswers answers, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such task, or its case is not the actor's to know.</exception>
    /// <exception cref="RuleException">not-yours, already-done, on-hold, stale; own-work, own-interest: of a substitute.</exception>
    /// <exception cref="InvalidInputException">The outcome or a field is wrong.</exception>
    public async Task<WorkItem> ExecuteAsync(CompleteWorkItemInput input, Actor by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var item = await db.WorkItems
            .Include(row => row.Step.Run).Include(row => row.Step.Items).Include(row => row.Step.Deadlines)
            .SingleOrDefaultAsync(row => row.Id == input.WorkItemId, cancellationToken)
            ?? throw new NotFoundException("The task");
        var request = await db.Requests.Include(row => row.Countries).VisibleTo(by)
            .SingleOrDefaultAsync(row => row.Id == item.RequestId, cancellationToken)
            ?? throw new NotFoundException("The task");
        RefuseUnlessActionable(item, request, input, by);
        by = TaskHolder.ActingFor(item, by);
        await OwnWork.RefuseAsync(db, item, by, cancellationToken);

        var step = workflows.StepOf(item.Step);
        var form = StepForms.Read(item.Step.Form, input.Form);
        if (!step.Outcomes.Contains(input.Outcome) || form.OutcomesOfTheSystem.Contains(input.Outcome))
        {
            throw new InvalidInputException("outcome", "not-a-choice");
        }

        var answer = await answers.OfAsync(item, request, input.Outcome, by, now, cancellationToken);
        List<FieldError> errors = [.. InputCheck.Check(form)];
        await form.CheckAsync(answer, errors, cancellationToken);
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }

        await form.ApplyAsync(answer, cancellationToken);
        item.Answered(input.Outcome, JsonSerializer.Serialize(form, form.GetType(), CoreJson.Options), by, now);
        item.Step.DropOthersOf(item, now);
        await answer.Timeline.AddAsync(request.Id, Line(item, step, form, input.Outcome), by, now, cancellationToken);
        if (StepCompletion.Decide(step, item.Step.Items) is { } outcome)
        {
            await flow.CompleteAsync(item.Step, request, outcome, by, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return item;
    }

    private static void RefuseUnlessActionable(WorkItem item, AssistanceRequest request, CompleteWorkItemInput input, Actor by)
    {
        if (!TaskHolder.IsFor(item.PersonId, item.Role, by))
        {
            throw new RuleException("not-yours");
        }

        if (!item.IsOpen)
        {
            throw item.ClosedByName is { } name ? new RuleException("already-done", name) : new RuleException("no-longer-open");
        }

        if (request.Status is RequestStatus.OnHold or RequestStatus.Suspended)
        {
            throw new RuleException("on-hold");
        }

        if (input.Revision is { } seen && seen != item.Revision)
        {
            throw new RuleException("stale");
        }
    }

    private static TimelineLine Line(WorkItem item, HumanStep step, StepForm form, string outcome) => new("step-answered")
    {
        StepId = step.Id,
        Reason = form.Comment,
        // What the requesting side did is theirs to see; what the secretariat thought is not.
        IsPublic = item.Role is People.Role.Requester or People.Role.FocalPoint or People.Role.Counterpart,
        Values = new Dictionary<string, string>
        {
            ["definition"] = $"{item.Step.Run.Definition}.v{item.Step.Run.Version}",
            ["form"] = step.Form,
            ["outcome"] = outcome,
            ["role"] = item.Role.ToString(),
        },
    };
}
