using TechAssist.Core;
using TechAssist.Core.Clock;
using TechAssist.Core.Reference;

namespace TechAssist.Web.Infrastructure;

/// <summary>The time zone in which instants are said to the reader of a page.</summary>
public sealed class ReaderZone(ReferenceCatalog reference)
{
    private Actor? reader;

    public TimeZoneInfo Zone => Of(reader, reference.Current.Calendars);

    public void IsReadBy(Actor actor) => reader = actor;

    /// <summary>That of the country somebody acts for. The secretariat's for its own people, and where no country or several
    /// with different times say otherwise.</summary>
    public static TimeZoneInfo Of(Actor? reader, CalendarCatalog calendars)
    {
        var secretariat = calendars.Secretariat.Zone;
        if (reader is null || reader.IsSecretariat)
        {
            return secretariat;
        }

        List<TimeZoneInfo> zones = [.. reader.Grants.Select(grant => grant.Country).OfType<string>().Select(code => calendars.Country(code).Zone).DistinctBy(zone => zone.Id)];
        return zones.Count == 1 ? zones[0] : secretariat;
    }
}
