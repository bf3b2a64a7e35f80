using TechAssist.Core.Links;

namespace TechAssist.Core.Work.ByLink;

/// <summary>Which steps can be answered by the signed link of their mail, and where that leads: those that ask for a word of assent
/// from somebody who is seldom in the portal.</summary>
public static class TaskLinks
{
    /// <summary>The purposes whose subject is a task.</summary>
    internal static readonly LinkPurpose[] All = [LinkPurpose.NoObjection, LinkPurpose.AnswerTask];

    public static LinkPurpose? PurposeOf(string form) => form switch
    {
        StepForms.NoObjection => LinkPurpose.NoObjection,
        StepForms.Endorsement or StepForms.TermsApproval or StepForms.Committee or StepForms.ReportComments or StepForms.PublicationApproval => LinkPurpose.AnswerTask,
        _ => null,
    };

    public static string PathOf(SignedLink link) =>
        $"/{(link.Purpose == LinkPurpose.NoObjection ? "no-objection" : "answer")}/{link.Token}?lang={link.Language}";

    internal static bool IsAnswer(LinkPurpose purpose) => purpose is LinkPurpose.NoObjection or LinkPurpose.AnswerTask;

    internal static IQueryable<SignedLink> OfTasks(this IQueryable<SignedLink> links, IReadOnlyCollection<Guid> itemIds) =>
        links.Where(link => All.Contains(link.Purpose) && itemIds.Contains(link.SubjectId));
}
