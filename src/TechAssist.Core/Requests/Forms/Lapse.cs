using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Work;

namespace TechAssist.Core.Requests.Forms;

/// <summary>A request that ends because its author did not answer in time leaves the same record as any refusal: the reason, what
/// would make it succeed, and the time in which it can be taken up again. In the requester's language.</summary>
internal static class Lapse
{
    /// <param name="step">The step that nobody answered.</param>
    /// <param name="asking">The outcome of the step by which the author was asked: "return" or "moreInformation".</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public static async ValueTask RecordAsync(StepTimeUp step, string asking, CancellationToken cancellationToken)
    {
        var request = step.Request;
        var answer = await step.Db.WorkItems.AsNoTracking()
            .Where(item => item.Step.RunId == step.Step.RunId && item.Outcome == asking && item.ClosedAt <= step.Step.OpenedAt)
            .OrderByDescending(item => item.ClosedAt)
            .Select(item => new { item.Step.Form, item.Answer })
            .FirstOrDefaultAsync(cancellationToken);
        var asked = (answer is null ? null : LapseQuestion.Of(answer.Form, answer.Answer)) ?? "–";
        var reason = asking == "return" ? RefusalReason.NotEndorsed : RefusalReason.IncompleteInformation;
        step.Db.Refusals.Add(Refusal.Of(
            request.Id, "lapsed", reason, Text(request, $"Lapse.{asking}", asked), Text(request, $"Lapse.{asking}.WayForward"), null, Actor.System, step.Now));
    }

    public static string Text(AssistanceRequest request, string key, params ReadOnlySpan<object?> arguments)
    {
        var language = request.Content.Contact.Language;
        return Messages.Text("Document." + key, Languages.IsOne(language) ? language! : "fr", arguments);
    }
}

/// <summary>What was asked of the author of a request, from the answer by which it was asked.</summary>
internal static class LapseQuestion
{
    public static string? Of(string form, string? answer) => answer is null ? null : Blank.ToNull(form switch
    {
        "endorsement" => CoreJson.Read<EndorsementForm>(answer).Comment,
        "eligibility" => CoreJson.Read<EligibilityForm>(answer).Missing,
        "rapidCheck" => CoreJson.Read<RapidCheckForm>(answer).Missing,
        _ => null,
    });
}
