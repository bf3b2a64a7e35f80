using System.ComponentModel.DataAnnotations;
using TechAssist.Core.EndOfMission.Photos;

namespace TechAssist.Core.EndOfMission;

public enum DeliverableState { Delivered, PartlyDelivered, NotDelivered }

public enum ActivityState { Done, PartlyDone, NotHeld }

/// <summary>The fifteen sections of the end-of-mission report (domain data-model 3.7). Long texts are limited Markdown in the
/// report's language; what both sides read is in French and English. A draft may hold any part of it;
/// <see cref="ReportRules"/> says what must be there to submit it.</summary>
public sealed record ReportContent
{
    public const int MostText = 20_000;

    /// <summary>Kind of the texts that are limited Markdown; what is not marked so is plain text.</summary>
    public const string Markdown = nameof(Markdown);

    /// <summary>1 Summary, one page.</summary>
    [DataType(Markdown)]
    public LangText Summary { get; init; } = new();

    /// <summary>2 Purpose and objectives, comments on the terms of reference.</summary>
    [StringLength(MostText), DataType(Markdown)]
    public string? Purpose { get; init; }

    /// <summary>2 Deviations from the terms, each with its reason.</summary>
    [MaxLength(20)]
    public IReadOnlyList<Deviation> Deviations { get; init; } = [];

    /// <summary>3 Approach.</summary>
    [StringLength(MostText), DataType(Markdown)]
    public string? Approach { get; init; }

    /// <summary>3 Activities against the terms.</summary>
    [MaxLength(40)]
    public IReadOnlyList<ReportActivity> Activities { get; init; } = [];

    /// <summary>4 Persons met: kept to the case's own people.</summary>
    [MaxLength(200)]
    public IReadOnlyList<PersonMet> PersonsMet { get; init; } = [];

    /// <summary>5 Findings, one for each objective of the terms.</summary>
    [MaxLength(10)]
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>6 Deliverables of the terms.</summary>
    [MaxLength(30)]
    public IReadOnlyList<ReportDeliverable> Deliverables { get; init; } = [];

    /// <summary>7 Results against the indicators.</summary>
    [MaxLength(20)]
    public IReadOnlyList<ReportResult> Results { get; init; } = [];

    /// <summary>8 Concrete initiatives identified.</summary>
    [MaxLength(20)]
    public IReadOnlyList<Initiative> Initiatives { get; init; } = [];

    /// <summary>8 Says explicitly that none was identified.</summary>
    public bool NoInitiatives { get; init; }

    /// <summary>9 Recommendations: they become records of their own when the report is published.</summary>
    [MaxLength(12)]
    public IReadOnlyList<ReportRecommendation> Recommendations { get; init; } = [];

    /// <summary>10 Training data, where there was training.</summary>
    public TrainingData? Training { get; init; }

    /// <summary>11 Positive points.</summary>
    [StringLength(MostText), DataType(Markdown)]
    public string? Positive { get; init; }

    [StringLength(MostText), DataType(Markdown)]
    public string? Difficulties { get; init; }

    [StringLength(MostText), DataType(Markdown)]
    public string? Lessons { get; init; }

    /// <summary>12 Gender, rights, data protection.</summary>
    [StringLength(MostText), DataType(Markdown)]
    public string? GenderAndRights { get; init; }

    /// <summary>13 Sustainability, follow-up proposed, links to other projects.</summary>
    [StringLength(MostText), DataType(Markdown)]
    public string? Sustainability { get; init; }

    /// <summary>14 Acknowledgements and annexes.</summary>
    [StringLength(MostText), DataType(Markdown)]
    public string? Acknowledgements { get; init; }

    [StringLength(MostText), DataType(Markdown)]
    public string? Annexes { get; init; }

    /// <summary>Photos in the order they are shown in, each in its section.</summary>
    [MaxLength(AddPhoto.MostPhotos)]
    public IReadOnlyList<ReportPhoto> Photos { get; init; } = [];

    /// <summary>15 Internal annex: the secretariat's and the authors' only, in no document that leaves the house.</summary>
    public InternalAnnex? Internal { get; init; }
}

public sealed record Deviation
{
    [StringLength(2000)]
    public string? What { get; init; }

    [StringLength(2000)]
    public string? Reason { get; init; }
}

public sealed record ReportActivity
{
    [StringLength(1000)]
    public string? Planned { get; init; }

    /// <summary>What became of it; null while nobody said so.</summary>
    public ActivityState? State { get; init; }

    [StringLength(2000)]
    public string? Done { get; init; }

    [StringLength(2000)]
    public string? Difference { get; init; }
}

public sealed record PersonMet
{
    [StringLength(200)]
    public string? Name { get; init; }

    [StringLength(200)]
    public string? Function { get; init; }

    [StringLength(300)]
    public string? Institution { get; init; }
}

public sealed record Finding
{
    /// <summary>Number of the specific objective in the terms, from 1.</summary>
    [Range(1, 10)]
    public int Objective { get; init; } = 1;

    /// <summary>The objective as the terms say it.</summary>
    public LangText Text { get; init; } = new();

    [StringLength(ReportContent.MostText), DataType(ReportContent.Markdown)]
    public string? Answer { get; init; }
}

public sealed record ReportDeliverable
{
    /// <summary>Number of the deliverable in the terms, from 1; null for one the terms do not name.</summary>
    [Range(1, 30)]
    public int? Number { get; init; }

    public LangText Title { get; init; } = new();

    /// <summary>What became of it; null while nobody said so.</summary>
    public DeliverableState? State { get; init; }

    [StringLength(2000)]
    public string? Note { get; init; }

    /// <summary>The file among the case's documents.</summary>
    public Guid? DocumentId { get; init; }
}

public sealed record ReportResult
{
    [StringLength(500)]
    public string? Indicator { get; init; }

    [StringLength(300)]
    public string? Baseline { get; init; }

    [StringLength(300)]
    public string? Target { get; init; }

    [StringLength(300)]
    public string? Actual { get; init; }
}

public sealed record Initiative
{
    [StringLength(300)]
    public string? Title { get; init; }

    [StringLength(4000), DataType(ReportContent.Markdown)]
    public string? Description { get; init; }

    [StringLength(300)]
    public string? Lead { get; init; }

    [StringLength(1000)]
    public string? Partners { get; init; }

    [StringLength(200)]
    public string? CostRange { get; init; }

    [StringLength(1000)]
    public string? NextStep { get; init; }

    /// <summary>Strategic objective, as <c>framework:code</c>.</summary>
    [StringLength(20)]
    public string? Objective { get; init; }
}

public sealed record ReportRecommendation
{
    /// <summary>At most 2,000 characters in each language.</summary>
    public LangText Text { get; init; } = new();

    public RecommendationType Type { get; init; }

    /// <summary>Who is to act: an institution, in words.</summary>
    [StringLength(300)]
    public string? Addressee { get; init; }

    public RecommendationPriority Priority { get; init; } = RecommendationPriority.Medium;

    public DateOnly? DueOn { get; init; }

    /// <summary>Strategic objective, as <c>framework:code</c>.</summary>
    [StringLength(20)]
    public string? Objective { get; init; }

    [StringLength(1000)]
    public string? Means { get; init; }
}

public sealed record TrainingData
{
    [Range(0, 100_000)]
    public int? Women { get; init; }

    [Range(0, 100_000)]
    public int? Men { get; init; }

    /// <summary>Mean of the test before, in percent.</summary>
    [Range(0, 100)]
    public int? PreTest { get; init; }

    /// <summary>Mean of the test after, in percent.</summary>
    [Range(0, 100)]
    public int? PostTest { get; init; }

    /// <summary>Mean satisfaction, 1 to 5.</summary>
    [Range(typeof(decimal), "1", "5")]
    public decimal? Satisfaction { get; init; }
}

public sealed record InternalAnnex
{
    [StringLength(4000), DataType(ReportContent.Markdown)]
    public string? Sensitivities { get; init; }

    [StringLength(4000), DataType(ReportContent.Markdown)]
    public string? CounterpartCapacity { get; init; }

    [StringLength(4000), DataType(ReportContent.Markdown)]
    public string? ExpertCooperation { get; init; }

    [StringLength(4000), DataType(ReportContent.Markdown)]
    public string? Logistics { get; init; }

    [StringLength(4000), DataType(ReportContent.Markdown)]
    public string? Cost { get; init; }
}
