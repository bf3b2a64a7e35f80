using TechAssist.Core.Experts;
using TechAssist.Core.People;
using TechAssist.Core.Work;

namespace TechAssist.Core.Terms;

/// <summary>Rapid track: terms and the call at the same time. The duty officer answers for the call, the case officer for the
/// terms; whoever holds the step alone answers for both. Ready terms are approved with it, as agreed with the host by telephone.</summary>
public sealed record TermsAndCallForm : StepForm
{
    protected override IReadOnlyList<string> OutcomesWithReason => ["nobody"];

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        if (answer.Outcome == "ready")
        {
            await CheckWorkAsync(answer, errors, cancellationToken);
        }
    }

    public override async ValueTask CheckWorkAsync(StepWork work, List<FieldError> errors, CancellationToken cancellationToken)
    {
        if (IsFor(work, Role.CaseOfficer))
        {
            await TermsForm.CheckTermsAsync(work, errors, cancellationToken);
        }

        if (IsFor(work, Role.DutyOfficer))
        {
            await MobilisationForm.CheckSomebodyAcceptedAsync(work, errors, cancellationToken);
        }
    }

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Outcome == "ready" && IsFor(answer, Role.CaseOfficer))
        {
            var terms = await TermsForm.SubmitAsync(answer, cancellationToken);
            await TermsForm.ApproveAsync(answer, terms, cancellationToken);
        }
    }

    private static bool IsFor(StepWork work, Role role) =>
        work.Item.Role == role || work.Step.Items.TrueForAll(item => item.Role == work.Item.Role);
}
