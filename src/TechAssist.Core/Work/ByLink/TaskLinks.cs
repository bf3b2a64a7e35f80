using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Links;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Work.ByLink;

/// <summary>Which steps can be answered by the signed link of their mail, and where that leads: those that ask for a word of assent
/// from somebody who is seldom in the portal.</summary>
public static class TaskLinks
{
    /// <summary>The purposes whose subject is a task.</summary>
    internal static readonly LinkPurpose[] All = [LinkPurpose.NoObjection, LinkPurpose.AnswerTask, LinkPurpose.MoreTime];

    public static LinkPurpose? PurposeOf(string form) => form switch
    {
        StepForms.NoObjection => LinkPurpose.NoObjection,
        StepForms.Endorsement or StepForms.TermsApproval or StepForms.Committee or StepForms.ReportComments or StepForms.PublicationApproval => LinkPurpose.AnswerTask,
        _ => null,
    };

    public static string PathOf(SignedLink link) =>
        $"/{PlaceOf(link.Purpose)}/{link.Token}?lang={link.Language}";

    private static string PlaceOf(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.NoObjection => "no-objection",
        LinkPurpose.MoreTime => "more-time",
        _ => "answer",
    };

    internal static bool IsAnswer(LinkPurpose purpose) => purpose is LinkPurpose.NoObjection or LinkPurpose.AnswerTask;

    internal static IQueryable<SignedLink> OfTasks(this IQueryable<SignedLink> links, IReadOnlyCollection<Guid> itemIds) =>
        links.Where(link => All.Contains(link.Purpose) && itemIds.Contains(link.SubjectId));

    /// <summary>Who acts by the link of a task: the person it was sent to, as long as the task is theirs and the account is open.</summary>
    internal static async Task<Actor?> HolderAsync(this SignedLink link, TechAssistDb db, FindActor findActor, CancellationToken cancellationToken)
    {
        var person = await db.WorkItems.Where(item => item.Id == link.SubjectId).Select(item => item.PersonId).SingleAsync(cancellationToken);
        return person is { } id && id == link.HolderId ? await findActor.ByIdAsync(id, cancellationToken) : null;
    }
}
