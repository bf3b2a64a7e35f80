using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Work;

namespace TechAssist.Core.Terms;

/// <summary>The drafter sends the terms to approval.</summary>
public sealed record TermsForm : StepForm
{
    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        await CheckWorkAsync(answer, errors, cancellationToken);
    }

    public override async ValueTask CheckWorkAsync(StepWork work, List<FieldError> errors, CancellationToken cancellationToken) =>
        await CheckTermsAsync(work, errors, cancellationToken);

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken) =>
        await SubmitAsync(answer, cancellationToken);

    /// <summary>Terms are there, are complete, and were changed where somebody asked for a change.</summary>
    internal static async Task CheckTermsAsync(StepWork work, List<FieldError> errors, CancellationToken cancellationToken)
    {
        var terms = await work.Db.LatestTermsAsync(work.Request.Id, cancellationToken);
        if (terms is null)
        {
            errors.Add(new FieldError("terms", "terms-missing"));
            return;
        }

        if (terms.CommentedAt is not null)
        {
            errors.Add(new FieldError("terms", "terms-unchanged"));
        }

        errors.AddRange(TermsRules.Check(terms.Content, work.Request.Content).Select(error => error with { Field = "terms." + error.Field }));
    }

    internal static async Task<TermsOfReference> SubmitAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        var versions = await answer.Db.Terms
            .Where(terms => terms.RequestId == answer.Request.Id)
            .OrderByDescending(terms => terms.Version)
            .ToListAsync(cancellationToken);
        versions[0].Submit(answer.Now);
        foreach (var older in versions.Skip(1).Where(older => older.Status != TermsStatus.Superseded))
        {
            older.Supersede();
        }

        return versions[0];
    }

    internal static async Task ApproveAsync(StepAnswer answer, TermsOfReference terms, CancellationToken cancellationToken)
    {
        terms.Approve(answer.Now);
        var line = new TimelineLine("terms-approved")
        {
            StepId = answer.Step.StepId,
            IsPublic = true,
            Values = new Dictionary<string, string> { ["version"] = $"{terms.Version}" },
        };
        await answer.Timeline.AddAsync(answer.Request.Id, line, answer.By, answer.Now, cancellationToken);
    }
}

/// <summary>The beneficiary and the coordinator approve the terms, or say what must change.</summary>
public sealed record TermsApprovalForm : StepForm
{
    protected override IReadOnlyList<string> OutcomesWithReason => ["comment"];

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        var terms = await answer.Db.LatestTermsAsync(answer.Request.Id, cancellationToken) ?? throw new NotFoundException("The terms of reference");
        if (answer.Outcome == "comment")
        {
            terms.Comment(answer.Now);
            return;
        }

        var others = await answer.Db.WorkItems
            .Where(item => item.StepRowId == answer.Step.Id && item.Id != answer.Item.Id)
            .Select(item => item.Outcome)
            .ToListAsync(cancellationToken);
        if (others.TrueForAll(outcome => outcome == "approve"))
        {
            await TermsForm.ApproveAsync(answer, terms, cancellationToken);
        }
    }
}

/// <summary>After two rounds of comments the two sides speak: agreed as the terms stand now, or drafted anew.</summary>
public sealed record TermsCallForm : StepForm
{
    protected override IReadOnlyList<string> OutcomesWithReason => ["agreed", "redraft"];

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        if (answer.Outcome == "agreed")
        {
            await CheckWorkAsync(answer, errors, cancellationToken);
        }
    }

    /// <summary>What was agreed may be the text as it was sent, so that here it need not have been changed.</summary>
    public override async ValueTask CheckWorkAsync(StepWork work, List<FieldError> errors, CancellationToken cancellationToken)
    {
        if (await work.Db.LatestTermsAsync(work.Request.Id, cancellationToken) is { } terms)
        {
            errors.AddRange(TermsRules.Check(terms.Content, work.Request.Content).Select(error => error with { Field = "terms." + error.Field }));
        }
    }

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Outcome == "agreed")
        {
            var terms = await TermsForm.SubmitAsync(answer, cancellationToken);
            await TermsForm.ApproveAsync(answer, terms, cancellationToken);
        }
    }
}
