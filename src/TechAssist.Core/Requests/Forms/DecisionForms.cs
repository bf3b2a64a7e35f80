using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Missions;
using TechAssist.Core.Work;

namespace TechAssist.Core.Requests.Forms;

/// <summary>One scorer's judgement, 0 to 5 for each criterion, empty where it does not apply (domain data-model 3.2).
/// Two people score on their own; neither sees the other's before their own is in.</summary>
public sealed record ScoresForm : StepForm
{
    /// <summary>Weights in per cent; they add up to 100. Criteria left empty are left out of the mean.</summary>
    public static readonly IReadOnlyDictionary<string, int> Weights = new Dictionary<string, int>
    {
        ["strategicFit"] = 25,
        ["needAndUrgency"] = 20,
        ["expectedEffect"] = 15,
        ["hostReadiness"] = 15,
        ["feasibility"] = 10,
        ["equity"] = 10,
        ["genderAndRights"] = 5,
    };

    [Range(0, 5)]
    public int? StrategicFit { get; init; }

    [Range(0, 5)]
    public int? NeedAndUrgency { get; init; }

    [Range(0, 5)]
    public int? ExpectedEffect { get; init; }

    [Range(0, 5)]
    public int? HostReadiness { get; init; }

    [Range(0, 5)]
    public int? Feasibility { get; init; }

    [Range(0, 5)]
    public int? Equity { get; init; }

    [Range(0, 5)]
    public int? GenderAndRights { get; init; }

    /// <summary>Estimated expert days, preparation and report included. The ceiling is 60.</summary>
    [Range(1, 60)]
    public int? ExpertDays { get; init; }

    /// <summary>Estimated return journeys of experts; none where all of it is remote.</summary>
    [Range(0, 20)]
    public int? Trips { get; init; }

    /// <summary>Estimated cost in euro.</summary>
    [Range(0, 10_000_000)]
    public decimal? Cost { get; init; }

    /// <summary>How likely the assistance is to fail or to do harm.</summary>
    public RiskLevel? RiskLevel { get; init; }

    /// <summary>Earlier cases and projects of others it may overlap with, or that none was found.</summary>
    [StringLength(2000)]
    public string? Overlap { get; init; }

    /// <summary>Weighted mean from 0 to 100; null when no criterion was scored.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public decimal? Total
    {
        get
        {
            (int? Score, string Key)[] all =
            [
                (StrategicFit, "strategicFit"), (NeedAndUrgency, "needAndUrgency"), (ExpectedEffect, "expectedEffect"), (HostReadiness, "hostReadiness"),
                (Feasibility, "feasibility"), (Equity, "equity"), (GenderAndRights, "genderAndRights"),
            ];
            var scored = all.Where(part => part.Score is not null).ToList();
            var weights = scored.Sum(part => Weights[part.Key]);
            return weights == 0 ? null : decimal.Round(scored.Sum(part => (decimal)part.Score!.Value * Weights[part.Key]) / weights * 20, 1);
        }
    }

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        if (Total is null)
        {
            errors.Add(new FieldError("strategicFit", "score-one"));
        }

        foreach (var (isMissing, field) in new[]
        {
            (ExpertDays is null, "expertDays"), (Trips is null, "trips"), (Cost is null, "cost"), (RiskLevel is null, "riskLevel"), (string.IsNullOrWhiteSpace(Overlap), "overlap"),
        })
        {
            if (isMissing)
            {
                errors.Add(new FieldError(field, "required"));
            }
        }
    }
}

public enum DecisionProcedure { Coordinator, CommitteeNoObjection, CommitteeMeeting }

/// <summary>The decision on the request.</summary>
public sealed record DecisionForm : StepForm
{
    public DecisionProcedure Procedure { get; init; }

    /// <summary>Told to the requester.</summary>
    [StringLength(4000)]
    public string? Reasons { get; init; }

    /// <summary>What must be met, where it is approved with conditions.</summary>
    [StringLength(4000)]
    public string? Conditions { get; init; }

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        if (string.IsNullOrWhiteSpace(Reasons))
        {
            errors.Add(new FieldError("reasons", "required"));
        }

        if (answer.Outcome == "approveWithConditions" && string.IsNullOrWhiteSpace(Conditions))
        {
            errors.Add(new FieldError("conditions", "required"));
        }
    }
}

/// <summary>A member of the committee objects, or lets the silence procedure end.</summary>
public sealed record CommitteeForm : StepForm
{
    protected override IReadOnlyList<string> OutcomesWithReason => ["object"];
}

/// <summary>The entry test of the rapid track (domain process 4.3): all must hold.</summary>
public sealed record RapidCheckForm : StepForm
{
    public bool? EventCertified { get; init; }

    public bool? HarmFromDelay { get; init; }

    public bool? OnePlace { get; init; }

    public bool? FitsAKit { get; init; }

    /// <summary>At most 15 in the rapid track.</summary>
    [Range(1, 15)]
    public int? ExpertDays { get; init; }

    public bool? HostConfirms { get; init; }

    [StringLength(4000)]
    public string? Missing { get; init; }

    [StringLength(300)]
    public string? ReferTo { get; init; }

    protected override IReadOnlyList<string> OutcomesWithReason => ["notEligible", "refer"];

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        if (answer.Outcome == "moreInformation" && string.IsNullOrWhiteSpace(Missing))
        {
            errors.Add(new FieldError("missing", "required"));
        }

        if (answer.Outcome == "refer" && string.IsNullOrWhiteSpace(ReferTo))
        {
            errors.Add(new FieldError("referTo", "required"));
        }

        if (answer.Outcome != "pass")
        {
            return;
        }

        foreach (var (given, field) in new[]
        {
            (EventCertified, "eventCertified"), (HarmFromDelay, "harmFromDelay"), (OnePlace, "onePlace"), (FitsAKit, "fitsAKit"), (HostConfirms, "hostConfirms"),
        })
        {
            if (given is not true)
            {
                errors.Add(new FieldError(field, given is null ? "required" : "contradicts-eligible"));
            }
        }

        if (ExpertDays is null)
        {
            errors.Add(new FieldError("expertDays", "required"));
        }
    }
}
