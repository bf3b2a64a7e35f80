using TechAssist.Core.Links;

namespace TechAssist.Core.Work.ByLink;

/// <summary>Which steps can be answered by the signed link of their mail, and where that leads: those that ask for a word of assent
/// from somebody who is seldom in the portal.</summary>
public static class TaskLinks
{
    public static LinkPurpose? PurposeOf(string form) => form switch
    {
        StepForms.NoObjection => LinkPurpose.NoObjection,
        StepForms.Endorsement or StepForms.TermsApproval or StepForms.Committee or StepForms.ReportComments or StepForms.PublicationApproval => LinkPurpose.AnswerTask,
        _ => null,
    };

    public static string PathOf(SignedLink link) =>
        $"/{(link.Purpose == LinkPurpose.NoObjection ? "no-objection" : "answer")}/{link.Token}?lang={link.Language}";

    public static bool IsOne(LinkPurpose purpose) => purpose is LinkPurpose.NoObjection or LinkPurpose.AnswerTask;
}
