using System.ComponentModel.DataAnnotations;

namespace TechAssist.Core.Board;

public enum TimesBy { Step, Track, Country, Officer }

/// <summary>Of which cases, over how long, and by what.</summary>
public sealed record TimesInput : BoardFilter
{
    /// <summary>Months back from today.</summary>
    [Range(1, 60)]
    public int Months { get; init; } = 12;

    public TimesBy By { get; init; }
}

/// <summary>How long a step took, of one kind or in one group.</summary>
/// <param name="Key">The step's id in its definition ("standard/eligibility"), a track, a country's code, an officer's id; empty where there is none.</param>
/// <param name="Label">A step's name, an officer's name; empty for the others.</param>
/// <param name="Done">How many were answered.</param>
/// <param name="Median">Working days of the side that acts, in parts of a day; holds are not taken off.</param>
/// <param name="Latest">Four in five took no longer.</param>
/// <param name="Limit">The target: the limit of the newest definition; null where the row is about several.</param>
/// <param name="WithDue">Of <paramref name="Done"/>, those that had a due time.</param>
/// <param name="InTime">Of those, the ones answered by it.</param>
/// <param name="LateNow">Open, and past their due time.</param>
/// <param name="Lost">Working days past the due time, of the answered and the open ones together.</param>
public sealed record StepTimesRow(string Key, string Label, int Done, double? Median, double? Latest, Clock.Limit? Limit, int WithDue, int InTime, int LateNow, int Lost)
{
    /// <summary>From 0 to 1.</summary>
    public double? Share => WithDue == 0 ? null : (double)InTime / WithDue;
}

public enum LegKind { SubmissionToDecision, DecisionToDeparture, SubmissionToDeparture, EndToReport }

/// <summary>A stretch of the way of a case in working days of the secretariat.</summary>
/// <param name="Target">The sum of the limits along it with no loop (domain process 4.2 and 4.3).</param>
/// <param name="InTarget">Of <paramref name="Cases"/>, those that took no longer.</param>
public sealed record Leg(LegKind Kind, Requests.Track Track, int Cases, double Median, int Target, int InTarget);

/// <param name="Bottleneck">The row that lost most working days; null where none lost any.</param>
public sealed record StepTimes(DateOnly SinceOn, IReadOnlyList<StepTimesRow> Rows, StepTimesRow? Bottleneck, IReadOnlyList<Leg> Legs);
