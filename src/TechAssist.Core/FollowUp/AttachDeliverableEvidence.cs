using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Documents;
using TechAssist.Core.EndOfMission.Recommended;
using TechAssist.Core.Experts.Files;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;
using TechAssist.Core.Work.Tasks;

namespace TechAssist.Core.FollowUp;

/// <summary>Whoever answers the questionnaire after six months sends a file that shows what became of a deliverable. It is kept
/// with the half-filled form: when the rest of the answer is refused, the file is not to be sent again.</summary>
public sealed class AttachDeliverableEvidence(TechAssistDb db, KeepTaskDraft keep, KeepEvidence evidence, TimelineWriter timeline, TimeProvider clock)
{
    /// <param name="workItemId">The task.</param>
    /// <param name="index">The place among the form's deliverables, from 0.</param>
    /// <param name="file">What is sent.</param>
    /// <param name="form">As typed; from then on it names the file.</param>
    /// <param name="by">Who answers.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The document's id.</returns>
    /// <exception cref="NotFoundException">No such task or deliverable, or not the actor's.</exception>
    /// <exception cref="RuleException">already-done, no-longer-open, too-many-files.</exception>
    /// <exception cref="InvalidInputException">deliverables[index].file: see <see cref="KeepEvidence"/>.</exception>
    public async Task<Guid> ExecuteAsync(Guid workItemId, int index, SentFile file, JsonObject form, Actor by, CancellationToken cancellationToken)
    {
        await keep.ExecuteAsync(workItemId, form, by, cancellationToken);
        var item = await db.WorkItems.Include(row => row.Step).SingleAsync(row => row.Id == workItemId, cancellationToken);
        if (StepForms.TypeOf(item.Step.Form) != typeof(FollowUpForm) || (form["deliverables"] as JsonArray)?.ElementAtOrDefault(index) is not JsonObject deliverable)
        {
            throw new NotFoundException("The deliverable");
        }

        try
        {
            await evidence.SaveAsync(item.RequestId, file, by, async id =>
            {
                deliverable["documentId"] = id.ToString();
                await keep.ExecuteAsync(workItemId, form, by, cancellationToken);
                await timeline.AddAsync(
                    item.RequestId, DocumentLine.Of("document-attached", db.Documents.Local.Single(row => row.Id == id)), by, clock.GetUtcNow().UtcDateTime, cancellationToken);
            }, cancellationToken);
        }
        catch (InvalidInputException refused)
        {
            throw new InvalidInputException([.. refused.Errors.Select(error => error with { Field = $"deliverables[{index}].file" })]);
        }

        return Guid.Parse(deliverable["documentId"]!.ToString());
    }
}
