using System.Text.Json;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Publication;
using TechAssist.Core.Experts;
using TechAssist.Core.FollowUp;
using TechAssist.Core.Missions;
using TechAssist.Core.Requests.Forms;
using TechAssist.Core.Terms;

namespace TechAssist.Core.Work;

/// <summary>Which record is the form of a step, by the key a workflow file names. A key without a form is a fault of the
/// catalogue, found when the definitions are loaded.</summary>
public static class StepForms
{
    /// <summary>The focal point's endorsement; where the flow asks for it late, the task is there from the first day.</summary>
    public const string Endorsement = "endorsement";

    /// <summary>The beneficiary's word on the chosen experts; it can be given by the link of the mail.</summary>
    public const string NoObjection = "noObjection";

    /// <summary>The word of the beneficiary and the coordinator on the terms of reference.</summary>
    public const string TermsApproval = "termsApproval";

    /// <summary>The committee's word on a case it is asked about.</summary>
    public const string Committee = "committee";

    /// <summary>The beneficiary's word on the report.</summary>
    public const string ReportComments = "reportComments";

    /// <summary>The beneficiary's word on what will be published of the report.</summary>
    public const string PublicationApproval = "publicationApproval";

    /// <summary>The step that waits for the missions of a case.</summary>
    public const string Missions = "missions";

    /// <summary>The mission under way.</summary>
    public const string Mission = "mission";

    public const string Report = "report";

    public const string FollowUp = "followUp";

    private static readonly Dictionary<string, Type> ByKey = new(StringComparer.Ordinal)
    {
        ["comment"] = typeof(CommentForm),
        [Endorsement] = typeof(EndorsementForm),
        ["revision"] = typeof(RevisionForm),
        ["receipt"] = typeof(ReceiptForm),
        ["eligibility"] = typeof(EligibilityForm),
        ["moreInformation"] = typeof(MoreInformationForm),
        ["reopening"] = typeof(ReopeningForm),
        ["revisionReopening"] = typeof(RevisionReopeningForm),
        ["appeal"] = typeof(AppealForm),
        ["letter"] = typeof(LetterForm),
        ["scores"] = typeof(ScoresForm),
        ["decision"] = typeof(DecisionForm),
        [Committee] = typeof(CommitteeForm),
        ["rapidCheck"] = typeof(RapidCheckForm),
        ["terms"] = typeof(TermsForm),
        [TermsApproval] = typeof(TermsApprovalForm),
        ["termsCall"] = typeof(TermsCallForm),
        ["termsAndCall"] = typeof(TermsAndCallForm),
        ["mobilisation"] = typeof(MobilisationForm),
        ["selection"] = typeof(SelectionForm),
        [NoObjection] = typeof(NoObjectionForm),
        ["replacement"] = typeof(ReplacementForm),
        ["preparation"] = typeof(PreparationForm),
        ["postponement"] = typeof(PostponementForm),
        [Mission] = typeof(MissionForm),
        ["interruption"] = typeof(InterruptionForm),
        ["missions"] = typeof(MissionsForm),
        [Report] = typeof(ReportForm),
        ["reportReview"] = typeof(ReportReviewForm),
        [ReportComments] = typeof(ReportCommentsForm),
        ["reportFinal"] = typeof(ReportFinalForm),
        ["publication"] = typeof(PublicationForm),
        [PublicationApproval] = typeof(PublicationApprovalForm),
        ["evaluation"] = typeof(EvaluationForm),
        [FollowUp] = typeof(FollowUpForm),
        ["closing"] = typeof(ClosingForm),
        ["afterAction"] = typeof(AfterActionForm),
    };

    public static IReadOnlyCollection<string> Keys => ByKey.Keys;

    public static bool Knows(string key) => ByKey.ContainsKey(key);

    public static Type TypeOf(string key) => ByKey.GetValueOrDefault(key)
        ?? throw new InvalidOperationException($"No form is registered for '{key}'.");

    public static StepForm Empty(string key) => (StepForm)Activator.CreateInstance(TypeOf(key))!;

    /// <exception cref="InvalidInputException">The JSON does not fit the form.</exception>
    public static StepForm Read(string key, JsonElement? json) =>
        json is null or { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } ? Empty(key) : (StepForm)JsonInput.Read(json.Value, TypeOf(key));
}
