using System.Text.Json;
using TechAssist.Core.Documents;
using TechAssist.Core.Links;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work.Tasks;

namespace TechAssist.Core.Work.ByLink;

/// <summary>What the page behind the link of a task shows.</summary>
/// <param name="Task">The task as its holder sees it in the portal; null where the holder has no account any more.</param>
/// <param name="Document">What the answer is about, as the workflow files name it; null where the request itself is.</param>
/// <param name="Problem">The rule that stands in the way of an answer; null when none does.</param>
public sealed record TaskToAnswer(string Reader, TaskView? Task, string? Document, string? Problem);

/// <param name="Outcome">One of the step's outcomes.</param>
public sealed record AnswerTaskInput(string Outcome)
{
    public string? Comment { get; init; }
}

/// <summary>A word of assent by the signed link of the mail, without signing in: an endorsement, an approval, comments on a report. It
/// completes the same task as in the portal, as the person the link was sent to, under the same rules.</summary>
public sealed class AnswerTask(
    TechAssistDb db, FindLink findLink, FindActor findActor, GetTask getTask, CompleteWorkItem complete, RenderDocument render, AskMoreTime askMoreTime, TimeProvider clock)
{
    /// <summary>What the link's holder reads. Changes nothing: programs that scan mails open every link.</summary>
    /// <exception cref="NotFoundException">Made up or changed.</exception>
    public async Task<TaskToAnswer> ReadAsync(string? token, CancellationToken cancellationToken)
    {
        var link = await findLink.ExecuteAsync(token, LinkPurpose.AnswerTask, cancellationToken);
        if (await link.HolderAsync(db, findActor, cancellationToken) is not { } actor)
        {
            return new TaskToAnswer(link.HolderName, null, null, "link-revoked");
        }

        var task = await getTask.ExecuteAsync(link.SubjectId, actor, cancellationToken);
        return new TaskToAnswer(link.HolderName, task, DocumentOf(task.Step.Form), Problem(link, task));
    }

    /// <exception cref="NotFoundException">Made up or changed.</exception>
    /// <exception cref="RuleException"><c>link-used</c>, <c>link-expired</c>, <c>link-revoked</c>; what the answer in the portal is refused for.</exception>
    /// <exception cref="InvalidInputException">The outcome or the comment is wrong.</exception>
    public async Task ExecuteAsync(string? token, AnswerTaskInput input, CancellationToken cancellationToken)
    {
        var (link, actor) = await ToUseAsync(token, cancellationToken);
        link.Use(clock.GetUtcNow().UtcDateTime);
        var form = JsonSerializer.SerializeToElement(new { comment = Blank.ToNull(input.Comment) }, CoreJson.Options);
        await complete.ExecuteAsync(new CompleteWorkItemInput(link.SubjectId, input.Outcome, form), actor, cancellationToken);
    }

    /// <summary>Asks for more time instead of answering; the link stays good.</summary>
    /// <exception cref="NotFoundException">Made up or changed, or no due time.</exception>
    /// <exception cref="RuleException">As for an answer; <c>more-time-asked</c>.</exception>
    /// <exception cref="InvalidInputException">The day or the reason is wrong.</exception>
    public async Task AskMoreTimeAsync(string? token, AskMoreTimeInput input, CancellationToken cancellationToken)
    {
        var (link, actor) = await ToUseAsync(token, cancellationToken);
        await askMoreTime.ExecuteAsync(link.SubjectId, input, actor, cancellationToken);
    }

    /// <summary>The document the answer is about, as PDF in the holder's language.</summary>
    /// <exception cref="NotFoundException">Made up or changed; no document; it is over.</exception>
    public async Task<DocumentFile> DocumentAsync(string? token, CancellationToken cancellationToken)
    {
        var link = await findLink.ExecuteAsync(token, LinkPurpose.AnswerTask, cancellationToken);
        var actor = await link.HolderAsync(db, findActor, cancellationToken) ?? throw new NotFoundException("The document");
        var task = await getTask.ExecuteAsync(link.SubjectId, actor, cancellationToken);
        return DocumentOf(task.Step.Form) is { } document && Problem(link, task) is null
            ? await render.ExecuteAsync(new RenderDocumentInput(task.Case.Reference!, document) { Mission = task.MissionNumber, Language = link.Language }, actor, cancellationToken)
            : throw new NotFoundException("The document");
    }

    private async Task<(SignedLink Link, Actor Actor)> ToUseAsync(string? token, CancellationToken cancellationToken)
    {
        var link = await findLink.ToUseAsync(token, LinkPurpose.AnswerTask, cancellationToken);
        return (link, await link.HolderAsync(db, findActor, cancellationToken) ?? throw new RuleException("link-revoked"));
    }

    private string? Problem(SignedLink link, TaskView task) => task switch
    {
        { IsOpen: false } => link.UsedAt is null ? "task-settled" : "link-used",
        { MayAct: false } => "on-hold",
        _ => link.Problem(clock.GetUtcNow().UtcDateTime),
    };

    private static string? DocumentOf(string form) => form switch
    {
        StepForms.TermsApproval => "termsOfReference",
        StepForms.ReportComments => "report",
        StepForms.PublicationApproval => "publicReport",
        _ => null,
    };
}
