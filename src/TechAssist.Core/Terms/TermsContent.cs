using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Terms;

public enum TermsMethod { OnSite, Remote, Hybrid }

/// <summary>The thirteen sections of the terms of reference (domain data-model 3.3). A draft may hold any part of it;
/// <see cref="TermsRules"/> says what must be there when it goes to approval.</summary>
public sealed record TermsContent
{
    /// <summary>Languages the work is done in; those of the request.</summary>
    [MaxLength(6)]
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>First and last day of the contract; everything else lies inside.</summary>
    public Period Contract { get; init; } = new();

    /// <summary>1 Background.</summary>
    public LangText Background { get; init; } = new();

    /// <summary>2 General objective.</summary>
    public LangText GeneralObjective { get; init; } = new();

    /// <summary>2 Specific objectives. The deliverables name them by their number, from 1.</summary>
    [MaxLength(10)]
    public IReadOnlyList<LangText> Objectives { get; init; } = [];

    /// <summary>3 What the work covers.</summary>
    public LangText Scope { get; init; } = new();

    /// <summary>3 What it does not.</summary>
    public LangText Exclusions { get; init; } = new();

    /// <summary>4 Activities, home preparation and reporting included: their days add up to the level of effort.</summary>
    [MaxLength(40)]
    public IReadOnlyList<TermsActivity> Activities { get; init; } = [];

    /// <summary>5 Deliverables.</summary>
    [MaxLength(30)]
    public IReadOnlyList<TermsDeliverable> Deliverables { get; init; } = [];

    /// <summary>6 Required profiles, one for each seat in the team.</summary>
    [MaxLength(8)]
    public IReadOnlyList<TermsProfile> Profiles { get; init; } = [];

    /// <summary>7 Level of effort.</summary>
    public ExpertDays Effort { get; init; } = new();

    /// <summary>8 What the host contributes.</summary>
    public LangText HostContribution { get; init; } = new();

    /// <summary>8 Counterparts on the host's side.</summary>
    [MaxLength(10)]
    public IReadOnlyList<TermsCounterpart> Counterparts { get; init; } = [];

    /// <summary>9 Travel, stay, working space.</summary>
    [StringLength(4000)]
    public string? Logistics { get; init; }

    [StringLength(2000)]
    public string? Interpretation { get; init; }

    [StringLength(4000)]
    public string? Security { get; init; }

    /// <summary>10 Reporting.</summary>
    public TermsReporting Reporting { get; init; } = new();

    /// <summary>11 Data protection, confidentiality, code of conduct.</summary>
    public LangText Conduct { get; init; } = new();

    /// <summary>12 How the result will be evaluated.</summary>
    public LangText Evaluation { get; init; } = new();

    /// <summary>12 Indicators carried from the request.</summary>
    [MaxLength(20)]
    public IReadOnlyList<ExpectedResult> Indicators { get; init; } = [];

    /// <summary>13 Budget: the secretariat's only, never shown outside.</summary>
    public TermsBudget? Budget { get; init; }
}

public sealed record TermsActivity
{
    public LangText Title { get; init; } = new();

    /// <summary>Assistance type ("TRN").</summary>
    [StringLength(10)]
    public string? Type { get; init; }

    public TermsMethod Method { get; init; }

    [StringLength(300)]
    public string? Place { get; init; }

    public Period Dates { get; init; } = new();

    /// <summary>Expert days, of all experts together.</summary>
    [Range(0, 400)]
    public int Days { get; init; }
}

public sealed record TermsDeliverable
{
    public LangText Title { get; init; } = new();

    /// <summary>Numbers of the specific objectives it serves, from 1.</summary>
    [MaxLength(10)]
    public IReadOnlyList<int> Objectives { get; init; } = [];

    [StringLength(100)]
    public string? Type { get; init; }

    [StringLength(2)]
    public string? Language { get; init; }

    public DateOnly? DueOn { get; init; }

    [StringLength(1000)]
    public string? Criterion { get; init; }

    /// <summary>Who accepts it.</summary>
    [StringLength(300)]
    public string? Acceptor { get; init; }
}

public sealed record TermsProfile
{
    public LangText Role { get; init; } = new();

    [StringLength(4000)]
    public string? MustHave { get; init; }

    [StringLength(4000)]
    public string? NiceToHave { get; init; }

    [Range(0, 60)]
    public int? Years { get; init; }

    [MaxLength(6)]
    public IReadOnlyList<TermsLanguage> Languages { get; init; } = [];

    [StringLength(2000)]
    public string? Experience { get; init; }

    [StringLength(2000)]
    public string? Exclusions { get; init; }
}

/// <summary>A language with the lowest level that will do.</summary>
public sealed record TermsLanguage
{
    [StringLength(2)]
    public string? Language { get; init; }

    public Experts.Cefr Level { get; init; } = Experts.Cefr.B2;
}

/// <summary>Expert days, of all experts together.</summary>
public sealed record ExpertDays
{
    /// <summary>The most a case may take, unless the coordinator raises it.</summary>
    public const int Ceiling = 60;

    [Range(0, 400)]
    public int Preparation { get; init; }

    [Range(0, 400)]
    public int Field { get; init; }

    [Range(0, 400)]
    public int Report { get; init; }

    [JsonIgnore]
    public int Total => Preparation + Field + Report;
}

public sealed record TermsCounterpart
{
    [StringLength(200)]
    public string? Name { get; init; }

    [StringLength(200)]
    public string? Title { get; init; }

    [StringLength(256), EmailAddress]
    public string? Email { get; init; }
}

public sealed record TermsReporting
{
    public DateOnly? DueOn { get; init; }

    [StringLength(300)]
    public string? Template { get; init; }

    [StringLength(1000)]
    public string? Addressees { get; init; }
}

public sealed record TermsBudget
{
    /// <summary>ISO 4217.</summary>
    [StringLength(3)]
    public string Currency { get; init; } = "EUR";

    [MaxLength(30)]
    public IReadOnlyList<BudgetLine> Lines { get; init; } = [];
}

public sealed record BudgetLine
{
    [StringLength(200)]
    public string? Text { get; init; }

    [Range(typeof(decimal), "0", "100000000")]
    public decimal Amount { get; init; }
}
