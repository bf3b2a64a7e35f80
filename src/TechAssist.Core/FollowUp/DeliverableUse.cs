using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Core.Terms;
using TechAssist.Core.Work;

namespace TechAssist.Core.FollowUp;

public enum DeliverableUsage { Used, Partly, NotUsed, Unknown }

/// <summary>What became of one deliverable of the terms of reference, with what shows it.</summary>
/// <param name="Number">Its number in the terms, from 1.</param>
public sealed record DeliverableUse(int Number)
{
    [Required]
    public DeliverableUsage? Use { get; init; }

    [StringLength(2000)]
    public string? Note { get; init; }

    /// <summary>The address of something that shows it.</summary>
    [StringLength(1000), Url]
    public string? Evidence { get; init; }

    /// <summary>A file of the case that shows it.</summary>
    public Guid? DocumentId { get; init; }
}

/// <summary>The rules of what is said of deliverables: every one of the approved terms, each once, files of the case only.</summary>
internal static class DeliverableUses
{
    public static async Task CheckAsync(IReadOnlyList<DeliverableUse> uses, StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        var count = (await answer.Db.ApprovedTermsAsync(answer.Request.Id, cancellationToken))?.Deliverables.Count ?? 0;
        var files = uses.Select(use => use.DocumentId).OfType<Guid>().ToList();
        var there = await answer.Db.DocumentsVisibleTo(answer.By).Where(document => document.RequestId == answer.Request.Id && files.Contains(document.Id))
            .Select(document => document.Id).ToListAsync(cancellationToken);
        for (var index = 0; index < uses.Count; index++)
        {
            var use = uses[index];
            if (use.Number < 1 || use.Number > count || uses.Take(index).Any(other => other.Number == use.Number))
            {
                errors.Add(new FieldError($"deliverables[{index}].number", "no-such-deliverable"));
            }

            if (use.DocumentId is { } file && !there.Contains(file))
            {
                errors.Add(new FieldError($"deliverables[{index}].documentId", "not-a-choice"));
            }
        }

        errors.AddRange(Enumerable.Range(1, count).Where(number => uses.All(use => use.Number != number))
            .Select(number => new FieldError("deliverables", "deliverable-without-use", number)));
    }
}
