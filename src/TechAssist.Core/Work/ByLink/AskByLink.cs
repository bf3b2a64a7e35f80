using TechAssist.Core.Links;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work.Tasks;

namespace TechAssist.Core.Work.ByLink;

/// <summary>Asks for more time by the signed link of a mail about a task, without signing in, as the person it was sent to. The link answers
/// nothing else, and stays good as long as the task is open.</summary>
public sealed class AskByLink(TechAssistDb db, FindLink findLink, FindActor findActor, GetTask getTask, AskMoreTime ask, TimeProvider clock)
{
    /// <summary>What the link's holder reads. Changes nothing: programs that scan mails open every link.</summary>
    /// <exception cref="NotFoundException">Made up or changed.</exception>
    public async Task<TaskToAnswer> ReadAsync(string? token, CancellationToken cancellationToken)
    {
        var link = await findLink.ExecuteAsync(token, LinkPurpose.MoreTime, cancellationToken);
        if (await link.HolderAsync(db, findActor, cancellationToken) is not { } actor)
        {
            return new TaskToAnswer(link.HolderName, null, null, "link-revoked");
        }

        var task = await getTask.ExecuteAsync(link.SubjectId, actor, cancellationToken);
        var problem = task switch
        {
            { IsOpen: false } => "task-settled",
            { MayAct: false } => "on-hold",
            _ => link.Problem(clock.GetUtcNow().UtcDateTime) ?? (await ask.IsAskedAsync(task.StepRowId, actor.PersonId, cancellationToken) ? AskMoreTime.Asked : null),
        };
        return new TaskToAnswer(link.HolderName, task, null, problem);
    }

    /// <exception cref="NotFoundException">Made up or changed, or no due time.</exception>
    /// <exception cref="RuleException"><c>link-expired</c>, <c>link-revoked</c>; what it is refused for in the portal.</exception>
    /// <exception cref="InvalidInputException">The day or the reason is wrong.</exception>
    public async Task ExecuteAsync(string? token, AskMoreTimeInput input, CancellationToken cancellationToken)
    {
        var link = await findLink.ToUseAsync(token, LinkPurpose.MoreTime, cancellationToken);
        var actor = await link.HolderAsync(db, findActor, cancellationToken) ?? throw new RuleException("link-revoked");
        await ask.ExecuteAsync(link.SubjectId, input, actor, cancellationToken);
    }
}
