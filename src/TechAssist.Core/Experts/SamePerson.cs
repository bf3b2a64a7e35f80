using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts;

/// <summary>Somebody who is on the roster already.</summary>
public sealed record KnownPerson(Guid Id, string Name, string NameKey, string? EmailKey, int? BirthYear);

/// <summary>Whether two profiles are of one person: the same address, or the same words in the name (accents, case and order
/// ignored) unless both tell a year of birth and the years differ.</summary>
internal static class SamePerson
{
    public static string NameKeyOf(ExpertProfile profile)
    {
        var key = string.Join(' ', FoldedText.Words(FoldedText.Of($"{profile.FamilyName} {profile.GivenNames}")).Order(StringComparer.Ordinal));
        return key.Length <= 500 ? key : key[..500];
    }

    public static string? EmailKeyOf(ExpertProfile profile) => Blank.ToNull(profile.Email)?.ToLowerInvariant();

    public static bool Is(KnownPerson known, ExpertProfile profile) =>
        (known.EmailKey is not null && known.EmailKey == EmailKeyOf(profile))
        || (known.NameKey.Length > 0 && known.NameKey == NameKeyOf(profile) && (known.BirthYear is null || profile.BirthYear is null || known.BirthYear == profile.BirthYear));

    /// <summary>Everybody on the roster who might be one of these; the same address first.</summary>
    public static async Task<IReadOnlyList<KnownPerson>> LookUpAsync(TechAssistDb db, IReadOnlyCollection<ExpertProfile> profiles, CancellationToken cancellationToken)
    {
        var names = profiles.Select(NameKeyOf).Where(key => key.Length > 0).Distinct().ToArray();
        var emails = profiles.Select(EmailKeyOf).OfType<string>().Distinct().ToArray();
        return await db.Experts.AsNoTracking()
            .Where(expert => names.Contains(expert.NameKey) || (expert.EmailKey != null && emails.Contains(expert.EmailKey)))
            .Select(expert => new KnownPerson(expert.Id, expert.Name, expert.NameKey, expert.EmailKey, expert.BirthYear))
            .ToListAsync(cancellationToken);
    }

    /// <returns>The one it is: by the address rather than by the name; null for somebody new.</returns>
    public static KnownPerson? Find(IEnumerable<KnownPerson> known, ExpertProfile profile) => known
        .Where(person => Is(person, profile))
        .OrderByDescending(person => person.EmailKey is not null && person.EmailKey == EmailKeyOf(profile))
        .ThenBy(person => person.Id)
        .FirstOrDefault();
}
