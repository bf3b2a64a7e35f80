using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Work;

/// <summary>Gives the forms of steps what they need to look at a case and to change it.</summary>
public sealed class StepAnswers(TechAssistDb db, TimelineWriter timeline, ReferenceCatalog reference)
{
    public async ValueTask<StepAnswer> OfAsync(
        WorkItem item, AssistanceRequest request, string outcome, Actor by, DateTime now, CancellationToken cancellationToken) =>
        new(db, request, item.Step, item, outcome, by, now, timeline, await reference.GetAsync(cancellationToken));

    /// <summary>What keeps the work of an open task from going on, by the field of the page on which it is done.</summary>
    public async Task<IReadOnlyList<FieldError>> MissingAsync(WorkItem item, AssistanceRequest request, DateTime now, CancellationToken cancellationToken)
    {
        List<FieldError> errors = [];
        var work = new StepWork(db, request, item.Step, item, now, await reference.GetAsync(cancellationToken));
        await StepForms.Empty(item.Step.Form).CheckWorkAsync(work, errors, cancellationToken);
        return errors;
    }
}
