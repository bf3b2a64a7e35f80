using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Experts;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.FollowUp;

/// <summary>The questionnaires of domain data-model 3.9 that people with an account answer.</summary>
public enum EvaluationKind
{
    /// <summary>E2, by the counterpart.</summary>
    Beneficiary,

    /// <summary>E3, by each expert.</summary>
    Expert,

    /// <summary>E4, by the officer on the experts.</summary>
    Appraisal,

    /// <summary>E5, six months after the mission.</summary>
    SixMonths,

    /// <summary>E6, twelve months after the mission.</summary>
    TwelveMonths,

    /// <summary>What slowed a rapid deployment.</summary>
    AfterAction,
}

/// <summary>One question answered: 1 (not at all) to 5 (fully), or a comment alone where there is no number to give.</summary>
public sealed record EvaluationAnswer
{
    [Required, StringLength(40)]
    public string Question { get; init; } = "";

    [Range(1, 5)]
    public int? Score { get; init; }

    [StringLength(4000)]
    public string? Comment { get; init; }
}

/// <summary>A questionnaire somebody filled in, once and for good.</summary>
public sealed class Evaluation
{
    private Evaluation()
    {
    }

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    public EvaluationKind Kind { get; private set; }

    public Guid PersonId { get; private set; }

    public string PersonName { get; private set; } = "";

    public IReadOnlyList<EvaluationAnswer> Answers { get; private set; } = [];

    /// <summary>What the deliverables were used for, after six months.</summary>
    public IReadOnlyList<DeliverableUse> Deliverables { get; private set; } = [];

    /// <summary>The request that takes up the further need, from its draft on.</summary>
    public Guid? FollowOnId { get; private set; }

    public string? Comment { get; private set; }

    /// <summary>Whom an appraisal is about.</summary>
    public Guid? ExpertId { get; private set; }

    public Expert? Expert { get; private set; }

    /// <summary>The officer's judgement of the expert, in an appraisal. The expert does not read it.</summary>
    public Suitability? Suitability { get; private set; }

    /// <summary>What the expert says to the appraisal.</summary>
    public string? Remark { get; private set; }

    public DateTime? RemarkedAt { get; private set; }

    public DateTime SubmittedAt { get; private set; }

    internal static Evaluation Of(Guid requestId, EvaluationKind kind, IReadOnlyList<EvaluationAnswer> answers, string? comment, Actor by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        RequestId = requestId,
        Kind = kind,
        PersonId = by.PersonId,
        PersonName = by.Name,
        Answers = answers,
        Comment = comment,
        SubmittedAt = now,
    };

    /// <summary>The officer's word on one expert.</summary>
    internal static Evaluation Appraisal(Guid requestId, ExpertAppraisal said, Actor by, DateTime now)
    {
        var appraisal = Of(requestId, EvaluationKind.Appraisal, said.Answers, Blank.ToNull(said.Comment), by, now);
        (appraisal.ExpertId, appraisal.Suitability) = (said.ExpertId, said.Suitability);
        return appraisal;
    }

    /// <summary>After six months: what is still needed, in words; null where nothing was said.</summary>
    public string? FurtherNeed => Kind == EvaluationKind.SixMonths ? Blank.ToNull(Answers.FirstOrDefault(answer => answer.Question == EvaluationQuestions.FurtherNeed)?.Comment) : null;

    internal static Evaluation SixMonths(Guid requestId, FollowUpForm said, Actor by, DateTime now)
    {
        var evaluation = Of(requestId, EvaluationKind.SixMonths, said.Answers, said.Comment, by, now);
        evaluation.Deliverables = said.Deliverables;
        return evaluation;
    }

    internal void TakeUp(AssistanceRequest followOn) => FollowOnId = followOn.Id;

    internal void Answer(string remark, DateTime now) => (Remark, RemarkedAt) = (remark, now);
}

internal sealed class EvaluationMapping : IEntityTypeConfiguration<Evaluation>
{
    public void Configure(EntityTypeBuilder<Evaluation> builder)
    {
        builder.ToTable("evaluations");
        builder.Property(evaluation => evaluation.Id).ValueGeneratedNever();
        builder.Property(evaluation => evaluation.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(evaluation => evaluation.PersonName).HasMaxLength(200);
        builder.Property(evaluation => evaluation.Answers).HasJson();
        builder.Property(evaluation => evaluation.Deliverables).HasJson();
        builder.HasOne<AssistanceRequest>().WithMany().HasForeignKey(evaluation => evaluation.FollowOnId).OnDelete(DeleteBehavior.SetNull);
        builder.Property(evaluation => evaluation.Comment).HasMaxLength(4000);
        builder.Property(evaluation => evaluation.Remark).HasMaxLength(RemarkOnAppraisalInput.MostRemark);
        builder.Property(evaluation => evaluation.Suitability).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<AssistanceRequest>().WithMany().HasForeignKey(evaluation => evaluation.RequestId);
        builder.HasOne(evaluation => evaluation.Expert).WithMany().HasForeignKey(evaluation => evaluation.ExpertId);
        builder.HasIndex(evaluation => new { evaluation.RequestId, evaluation.Kind });
    }
}
