using Microsoft.EntityFrameworkCore;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Requests;

/// <summary>What a new request can know before anything is typed: the country, the institution and the contact of who asks.
/// The secretariat registers for somebody else, so that nothing of its own goes in.</summary>
public sealed class PrefillRequest(TechAssistDb db)
{
    public async Task<RequestContent> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.IsSecretariat)
        {
            return new RequestContent { Channel = RequestChannel.Letter };
        }

        var countries = CountriesOf(actor);
        var person = await db.People.AsNoTracking().Where(row => row.Id == actor.PersonId)
            .Select(row => new { row.Name, row.Email, row.Institution, row.Language, row.PhoneNumber }).SingleAsync(cancellationToken);
        return new RequestContent
        {
            Country = countries.Count == 1 ? countries[0] : null,
            Institution = new Institution { Name = person.Institution },
            Contact = new Contact { Name = person.Name, Email = person.Email, Phone = person.PhoneNumber, Language = person.Language },
        };
    }

    /// <summary>The countries an actor may ask for; none for the secretariat, which registers for any.</summary>
    public static IReadOnlyList<string> CountriesOf(Actor actor) =>
        [.. actor.CountriesFor(Role.Requester).Concat(actor.CountriesFor(Role.FocalPoint)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Who may ask for assistance: requesters, focal points, and the secretariat for what came by letter.</summary>
    public static bool MayAsk(Actor actor) => actor.IsSecretariat || CountriesOf(actor).Count > 0;
}
