namespace TechAssist.Core.Clock;

/// <summary>The days of the week nobody works and the office hours of the others, for a time or for good.</summary>
/// <param name="Weekend">Not all seven.</param>
/// <param name="OpensAt">Local time.</param>
/// <param name="ClosesAt">Local time, later than <paramref name="OpensAt"/>.</param>
public sealed record WorkingWeek(IReadOnlyList<DayOfWeek> Weekend, TimeOnly OpensAt, TimeOnly ClosesAt, DateOnly? ValidFrom = null, DateOnly? ValidTo = null)
{
    public bool HoldsOn(DateOnly day) => !(day < ValidFrom) && !(day > ValidTo);
}
