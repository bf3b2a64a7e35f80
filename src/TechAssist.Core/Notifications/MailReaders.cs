using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;

namespace TechAssist.Core.Notifications;

/// <summary>Somebody who is written to: when they read, and what they chose.</summary>
/// <param name="Calendar">Their days and their zone.</param>
public sealed record MailReader(WorkingCalendar Calendar, Actor? Actor, IReadOnlyDictionary<MailKind, MailPace> Choices)
{
    /// <summary>As chosen, as long as duty still allows it: roles change.</summary>
    public MailPace Pace(MailKind kind) =>
        Actor is not null && Choices.TryGetValue(kind, out var pace) && MailChoice.Allowed(kind, Actor).Contains(pace) ? pace : MailPace.AtOnce;
}

/// <summary>Finds the reader behind a mail. The secretariat's people read on its days, everybody else on those of their country, an
/// expert on those of the country of residence.</summary>
public sealed class MailReaders(TechAssistDb db, ReferenceCatalog reference)
{
    public async Task<MailReader> OfAsync(Guid? personId, CancellationToken cancellationToken)
    {
        var calendars = (await reference.GetAsync(cancellationToken)).Calendars;
        if (personId is not { } id)
        {
            return new MailReader(calendars.Secretariat, null, new Dictionary<MailKind, MailPace>());
        }

        var person = await db.People.AsNoTracking().Include(row => row.Roles).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        var actor = person is null
            ? null
            : new Actor(person.Id, person.Name, person.Language, [.. person.Roles.Select(role => new RoleGrant(role.Role, role.Country, role.RequestId))]);
        var choices = await db.MailChoices.Where(choice => choice.PersonId == id).ToDictionaryAsync(choice => choice.Kind, choice => choice.Pace, cancellationToken);
        return new MailReader(await CalendarAsync(id, actor, calendars, cancellationToken), actor, choices);
    }

    private async Task<WorkingCalendar> CalendarAsync(Guid id, Actor? actor, CalendarCatalog calendars, CancellationToken cancellationToken)
    {
        List<string> countries = [.. (actor?.Grants ?? []).Select(grant => grant.Country).OfType<string>().Distinct()];
        if (actor is { IsSecretariat: true })
        {
            return calendars.Secretariat;
        }

        if (countries.Count == 1)
        {
            return calendars.Country(countries[0]);
        }

        // Somebody on the roster without an account is known by the id of the profile.
        var profile = await db.Experts.AsNoTracking().Where(expert => expert.PersonId == id || expert.Id == id).Select(expert => expert.Profile).FirstOrDefaultAsync(cancellationToken);
        return calendars.Find(profile?.Residence);
    }
}
