using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.Experts;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Work;

namespace TechAssist.Core.Notifications;

/// <summary>Somebody who is written to: when they read, and what they chose.</summary>
/// <param name="Calendar">Their days and their zone.</param>
public sealed record MailReader(WorkingCalendar Calendar, Actor? Actor, IReadOnlyDictionary<MailKind, MailPace> Choices)
{
    /// <summary>As chosen, as long as duty still allows it: roles change.</summary>
    public MailPace Pace(MailKind kind) =>
        Actor is not null && Choices.TryGetValue(kind, out var pace) && MailChoice.Allowed(kind, Actor).Contains(pace) ? pace : MailPace.AtOnce;
}

/// <summary>Finds the readers behind mails. The secretariat's people read on its days, everybody else on those of their country, an expert
/// on those of the own calendar; by the clock of the zone they chose, where they chose one. Somebody without an account who
/// is no expert either reads on the days of the country of the case. Keeps those it has read until it is told to forget them.</summary>
public sealed class MailReaders(TechAssistDb db, ReferenceCatalog reference)
{
    private static readonly Dictionary<MailKind, MailPace> NoChoices = [];

    private readonly Dictionary<Guid, MailReader?> known = [];

    /// <summary>Roles and choices change between two runs.</summary>
    public void Forget() => known.Clear();

    /// <summary>Reads many at once.</summary>
    public async Task ReadAsync(IEnumerable<Guid> personIds, CancellationToken cancellationToken)
    {
        var ids = personIds.Where(id => !known.ContainsKey(id)).Distinct().ToList();
        if (ids.Count == 0)
        {
            return;
        }

        var calendars = (await reference.GetAsync(cancellationToken)).Calendars;
        var people = await db.People.AsNoTracking().Include(row => row.Roles).Where(row => ids.Contains(row.Id)).ToDictionaryAsync(person => person.Id, cancellationToken);
        var choices = (await db.MailChoices.AsNoTracking().Where(choice => ids.Contains(choice.PersonId)).ToListAsync(cancellationToken)).ToLookup(choice => choice.PersonId);
        // Somebody on the roster without an account is known by the id of the profile.
        var experts = await db.Experts.AsNoTracking().Where(expert => ids.Contains(expert.Id) || (expert.PersonId != null && ids.Contains(expert.PersonId.Value)))
            .Select(expert => new { expert.Id, expert.PersonId, expert.Profile }).ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            var person = people.GetValueOrDefault(id);
            var profile = experts.Find(expert => expert.PersonId == id || expert.Id == id)?.Profile;
            known[id] = person is null && profile is null ? null : Reader(person, profile, choices[id], calendars);
        }
    }

    /// <param name="country">Of the case the mail is about.</param>
    public async Task<MailReader> OfAsync(Guid? personId, string? country, CancellationToken cancellationToken)
    {
        if (personId is { } id)
        {
            await ReadAsync([id], cancellationToken);
        }

        return personId is { } wanted && known[wanted] is { } reader
            ? reader
            : new MailReader((await reference.GetAsync(cancellationToken)).Calendars.Country(country), null, NoChoices);
    }

    private static MailReader Reader(Person? person, ExpertProfile? profile, IEnumerable<MailChoice> choices, CalendarCatalog calendars)
    {
        var actor = person is null
            ? null
            : new Actor(person.Id, person.Name, person.Language, [.. person.Roles.Select(role => new RoleGrant(role.Role, role.Country, role.RequestId))]);
        var calendar = CalendarOf(actor, profile, calendars);
        return new MailReader(
            TimeZones.Find(person?.TimeZone) is { } zone && zone.Id != calendar.Zone.Id ? calendar.In(zone) : calendar, actor, choices.ToDictionary(choice => choice.Kind, choice => choice.Pace));
    }

    private static WorkingCalendar CalendarOf(Actor? actor, ExpertProfile? profile, CalendarCatalog calendars)
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

        // Days on which the expert is away are not left out: a call that comes back too late is no call.
        return profile is null ? calendars.Secretariat : ExpertCalendar.WithoutAbsences(profile, calendars);
    }
}
