namespace TechAssist.Core.EndOfMission.Merging;

/// <summary>When a text was saved, and by whom.</summary>
public sealed record SaveTime(int Revision, DateTime At, string By);

/// <summary>Which of the earlier texts of a report are still worth their room: all for an hour after they were replaced, then of each
/// person the last of a minute, after a day the last of an hour, and none after thirty days. What somebody saved last before their line
/// went is always among them. Pure.</summary>
public static class SavesToKeep
{
    private static readonly TimeSpan All = TimeSpan.FromHours(1);
    private static readonly TimeSpan EachMinute = TimeSpan.FromDays(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <param name="saves">By revision.</param>
    /// <param name="now">UTC.</param>
    /// <returns>The revisions that can go.</returns>
    public static IReadOnlyList<int> Spare(IReadOnlyList<SaveTime> saves, DateTime now)
    {
        // A text may have been opened as long as it stood: its age begins when the next one took its place.
        var aged = saves.Select((save, index) => (Save: save, Age: now - (index + 1 < saves.Count ? saves[index + 1].At : now))).ToList();
        return
        [
            .. aged.Where(one => one.Age > Longest).Select(one => one.Save.Revision),
            .. Thinned(aged.Where(one => one.Age > All && one.Age <= EachMinute), TimeSpan.TicksPerMinute),
            .. Thinned(aged.Where(one => one.Age > EachMinute && one.Age <= Longest), TimeSpan.TicksPerHour),
        ];
    }

    /// <summary>All but the last of each person in each stretch of time. A submission or a choice moves the revision and leaves the text
    /// and its time: of the last text all revisions stay.</summary>
    private static IEnumerable<int> Thinned(IEnumerable<(SaveTime Save, TimeSpan Age)> saves, long ticks) => saves
        .GroupBy(one => (one.Save.By, one.Save.At.Ticks / ticks))
        .SelectMany(group => group.Where(one => one.Save.At < group.Max(other => other.Save.At)))
        .Select(one => one.Save.Revision);
}
