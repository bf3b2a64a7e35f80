namespace TechAssist.Core.Clock;

/// <summary>
/// When a public holiday falls. Its text, which the data file and the administrator write, is read by
/// <see cref="Parse"/> and given back by <c>ToString</c>; the forms are listed at <see cref="HolidayRuleText"/>.
/// </summary>
public abstract record HolidayRule
{
    /// <summary>The same day of every year.</summary>
    public sealed record EveryYear(int Month, int Day) : HolidayRule;

    /// <summary>Days from Western Easter Sunday.</summary>
    public sealed record FromEaster(int Days) : HolidayRule;

    /// <summary>Days from Orthodox Easter Sunday.</summary>
    public sealed record FromOrthodoxEaster(int Days) : HolidayRule;

    /// <summary>A day of the Hijri year by the Umm al-Qura calendar. The sighting of the moon may put the feast a day
    /// earlier or later; a row of one day then corrects it.</summary>
    public sealed record EveryHijriYear(int Month, int Day) : HolidayRule;

    /// <summary>The first such day of the week on or after a day of the year.</summary>
    public sealed record FirstWeekday(DayOfWeek DayOfWeek, int Month, int Day) : HolidayRule;

    /// <summary>That one day.</summary>
    public sealed record Once(DateOnly On) : HolidayRule;

    /// <summary>Another rule whose day gives a second one (or, when it <paramref name="Moves"/>, is given up for it) where
    /// it falls on certain days of the week.</summary>
    public sealed record Shifted(HolidayRule Rule, bool Moves, IReadOnlyList<(DayOfWeek On, int Days)> Shifts) : HolidayRule
    {
        public bool Equals(Shifted? other) => other is not null && ToString() == other.ToString();

        public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
    }

    private HolidayRule()
    {
    }

    /// <summary>The days that come of that year. A shift, an offset from Easter or a Hijri date may give days of the next or the
    /// last, two in one year, or none.</summary>
    public IEnumerable<DateOnly> In(int year) => this switch
    {
        EveryYear { Month: 2, Day: 29 } when !DateTime.IsLeapYear(year) => [],
        EveryYear rule => [new DateOnly(year, rule.Month, rule.Day)],
        FromEaster rule => [Easter.Western(year).AddDays(rule.Days)],
        FromOrthodoxEaster rule => [Easter.Orthodox(year).AddDays(rule.Days)],
        EveryHijriYear rule => HijriDays.In(year, rule.Month, rule.Day),
        FirstWeekday rule => [WeekdayFrom(new DateOnly(year, rule.Month, rule.Day), rule.DayOfWeek)],
        Once rule => rule.On.Year == year ? [rule.On] : [],
        Shifted rule => rule.Rule.In(year).SelectMany(rule.ShiftedFrom),
        _ => throw new InvalidOperationException("Unknown holiday rule"),
    };

    /// <exception cref="FormatException">The text is no rule.</exception>
    public static HolidayRule Parse(string text) => TryParse(text) ?? throw new FormatException($"'{text}' is not a holiday rule.");

    public static HolidayRule? TryParse(string? text) => HolidayRuleText.Read(text);

    public sealed override string ToString() => HolidayRuleText.Write(this);

    private static DateOnly WeekdayFrom(DateOnly day, DayOfWeek wanted) => day.AddDays((wanted - day.DayOfWeek + 7) % 7);

    private IEnumerable<DateOnly> ShiftedFrom(DateOnly day)
    {
        var rule = (Shifted)this;
        var shift = rule.Shifts.FirstOrDefault(shift => shift.On == day.DayOfWeek).Days;
        if (shift == 0 || !rule.Moves)
        {
            yield return day;
        }

        if (shift != 0)
        {
            yield return day.AddDays(shift);
        }
    }
}
