using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Calls;

/// <summary>The experts of the rapid pool whom a call to the pool reaches: consent holds, the theme at least as a practitioner,
/// one of the working languages at B2 or better, no national of an asking country, not yet on the case's list.</summary>
public sealed class RapidPool(TechAssistDb db)
{
    internal async Task<IReadOnlyList<Nomination>> NominateAsync(
        AssistanceRequest request, string role, int most, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now);
        var theme = request.Content.Theme;
        var languages = request.Content.WorkingLanguages;
        var countries = request.Countries.ConvertAll(country => country.Country);
        var experts = await db.Experts.Include(expert => expert.Person)
            .Where(expert => expert.Pool == ExpertPool.Rapid && expert.ConsentUntilOn > today)
            .Where(expert => expert.Themes.Any(known => known.Theme == theme && known.Level >= ThemeLevel.Practitioner))
            .Where(expert => expert.Languages.Any(known => languages.Contains(known.Language) && known.Level >= Cefr.B2))
            .Where(expert => !expert.Nationalities.Any(nationality => countries.Contains(nationality.Country)))
            .Where(expert => !db.Nominations.Any(known => known.RequestId == request.Id && known.ExpertId == expert.Id))
            .OrderBy(expert => expert.SortName).ThenBy(expert => expert.Id)
            .Take(most)
            .ToListAsync(cancellationToken);
        var nominations = experts.FindAll(expert => ExpertAddress.Of(expert) is not null)
            .ConvertAll(expert => Nomination.Propose(request, expert, role, why: null, waiver: null, by, now));
        db.Nominations.AddRange(nominations);
        return nominations;
    }
}
