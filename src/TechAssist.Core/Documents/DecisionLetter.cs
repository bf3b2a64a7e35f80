using TechAssist.Core.Clock;
using TechAssist.Core.People;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Documents;

/// <summary>What a decision letter tells.</summary>
public enum Verdict { Approved, ApprovedWithConditions, NotEligible, Referred, Declined, Lapsed, NotRevised, Refused }

/// <summary>Everything a decision letter says about its case, read once; what is written is in <see cref="WrittenIn"/>.</summary>
public sealed record DecisionLetter(Verdict Verdict, AssistanceRequest Request)
{
    /// <summary>Language of the free texts: the requester's.</summary>
    public required string WrittenIn { get; init; }

    /// <summary>When the decision fell, in UTC.</summary>
    public required DateTime DecidedAt { get; init; }

    /// <summary>When the letter goes out, in UTC.</summary>
    public required DateTime IssuedAt { get; init; }

    public string? DecidedByName { get; init; }

    /// <summary>The officer on whose behalf a substitute decided, and whose role it is.</summary>
    public string? DecidedForName { get; init; }

    public Role? DecidedByRole { get; init; }

    /// <summary>Why, in plain words.</summary>
    public string? Reasons { get; init; }

    public string? Conditions { get; init; }

    public RefusalReason? Reason { get; init; }

    public string? WayForward { get; init; }

    public string? ReferredTo { get; init; }

    /// <summary>What had been asked of the requester before the request lapsed.</summary>
    public string? Asked { get; init; }

    public DateTime? AskedAt { get; init; }

    /// <summary>Until when one may appeal, or take up a lapsed case; null when no window is open.</summary>
    public DateTime? UntilAt { get; init; }

    public string? OfficerName { get; init; }

    public string? OfficerEmail { get; init; }

    public required WorkingCalendar Secretariat { get; init; }

    public required WorkingCalendar Country { get; init; }

    /// <summary>Name of the country, by language.</summary>
    public required LangText CountryName { get; init; }

    public required string CaseUrl { get; init; }
}
