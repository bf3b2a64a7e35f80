using TechAssist.Core.People;
using TechAssist.Core.Reference;

namespace TechAssist.Web.Infrastructure;

/// <summary>The zone in which times are said to who reads: that of their country, else the secretariat's.</summary>
public sealed class ReaderZone(CurrentActor current, ReferenceCatalog reference, IHttpContextAccessor http)
{
    private TimeZoneInfo? found;

    public async Task<TimeZoneInfo> FindAsync()
    {
        if (found is not null)
        {
            return found;
        }

        var actor = await current.FindAsync(http.HttpContext?.RequestAborted ?? default);
        var country = actor?.IsSecretariat == true ? null : actor?.Grants.Select(grant => grant.Country).FirstOrDefault(code => code is not null);
        return found = reference.Current.Calendars.Country(country).Zone;
    }
}
