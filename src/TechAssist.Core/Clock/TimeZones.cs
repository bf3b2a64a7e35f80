namespace TechAssist.Core.Clock;

/// <summary>The time zones somebody may live in, by their IANA ids.</summary>
public static class TimeZones
{
    /// <summary>Those of a place, by id.</summary>
    public static IReadOnlyList<TimeZoneInfo> All { get; } =
    [
        .. TimeZoneInfo.GetSystemTimeZones()
            .Where(zone => zone.HasIanaId && zone.Id.Contains('/', StringComparison.Ordinal) && !zone.Id.StartsWith("Etc/", StringComparison.Ordinal))
            .OrderBy(zone => zone.Id, StringComparer.Ordinal),
    ];

    /// <returns>Null for none, and for an id that this machine does not know.</returns>
    public static TimeZoneInfo? Find(string? id) => id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId ? zone : null;
}
