using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using TechAssist.Core;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;
using TechAssist.Core.Workflows;
using TechAssist.Web.Api.Description;
using TechAssist.Web.Api.Requests;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Api.Tasks;

public static class TasksApi
{
    public static void MapTasks(this IEndpointRouteBuilder api)
    {
        var tasks = api.MapGroup("/tasks").WithTags("Tasks");
        tasks.MapGet("", ListAsync).WithName("ListTasks").WithSummary("List my tasks")
            .WithDescription("What waits for the token's owner, the most urgent first.").Refuses();
        tasks.MapPost("/{id:guid}/outcome", AnswerAsync).WithName("AnswerTask").WithSummary("Answer a task")
            .WithDescription("Checks the form, records the outcome, and moves the case on where the step has what it needs; at once or not at all.")
            .Refuses(404, 409, 413, 415);
    }

    private static async Task<Ok<ListAnswer<TaskAnswer>>> ListAsync(
        [Description("true: past their due time; false: not.")] string? late, string? pageSize, string? after,
        ListMyTasks listMyTasks, WorkflowCatalog workflows, CurrentActor current, CancellationToken cancellationToken)
    {
        var values = new Query();
        var page = values.Page(pageSize, after);
        var input = new ListMyTasksInput { Late = values.YesNo("late", late), PageSize = page.PageSize, After = page.After };
        values.ThrowIfWrong();
        var rows = await listMyTasks.ExecuteAsync(input, await current.GetAsync(cancellationToken), cancellationToken);
        return TypedResults.Ok(ListAnswer.From(rows, row => Show(row, workflows)));
    }

    private static TaskAnswer Show(TaskRow row, WorkflowCatalog workflows) => new(
        row.Id, row.Reference, new LangText(Filled(row.TitleFr), Filled(row.TitleEn)), row.Country, row.Stage, row.Step, row.Form, row.Role,
        OfferedOutcomes.Of(workflows, row.Definition, row.Version, row.StepId), row.OpenedAt, row.DueAt, row.IsLate, row.Revision, Addresses.Outcome(row.Id));

    private static string? Filled(string text) => text.Length == 0 ? null : text;

    private static async Task<Ok<TaskDone>> AnswerAsync(
        Guid id, JsonBody<TaskOutcome> body, CompleteWorkItem completeWorkItem, GetRequest getRequest, CurrentActor current, CancellationToken cancellationToken)
    {
        var actor = await current.GetAsync(cancellationToken);
        var (outcome, form, revision) = (body.Value.Outcome, body.Value.Form, body.Value.Revision);
        try
        {
            var item = await completeWorkItem.ExecuteAsync(new CompleteWorkItemInput(id, outcome, form, revision), actor, cancellationToken);
            var request = await getRequest.ExecuteAsync(item.RequestId, Languages.Current, actor, cancellationToken);
            return TypedResults.Ok(new TaskDone(
                item.Id, outcome, item.ClosedAt!.Value, request.Reference!, request.Status, request.Stage, request.Result, Addresses.Request(request.Reference!)));
        }
        catch (InvalidInputException exception)
        {
            // In this body the form's fields stand under "form".
            throw new InvalidInputException([.. exception.Errors.Select(error => error.Field == "outcome" ? error : error with { Field = Under(error.Field) })]);
        }
    }

    private static string Under(string field) => field.Length == 0 ? "form" : "form." + field;
}
