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

    /// <summary>The one somebody chose. Otherwise that of the country they act for, or of an expert's residence; the secretariat's for its own
    /// people, and where no country or several with different times say otherwise.</summary>
    public static TimeZoneInfo Of(Actor? reader, CalendarCatalog calendars)
    {
        var secretariat = calendars.Secretariat.Zone;
        if (TimeZones.Find(reader?.TimeZone) is { } chosen)
        {
            return chosen;
        }

        if (reader is null || reader.IsSecretariat)
        {
            return secretariat;
        }

        List<TimeZoneInfo> zones = [.. reader.Grants.Select(grant => grant.Country).OfType<string>().Select(code => calendars.Country(code).Zone).DistinctBy(zone => zone.Id)];
        return zones.Count == 1 ? zones[0] : zones.Count == 0 ? calendars.Find(reader.Residence).Zone : secretariat;
    }
}
