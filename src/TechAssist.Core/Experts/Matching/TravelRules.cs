using System.Collections.Frozen;
using TechAssist.Core.Reference;

namespace TechAssist.Core.Experts.Matching;

/// <summary>What a journey to the countries of a seat asks for, and who moves there freely.</summary>
public sealed record TravelRules
{
    public static readonly TravelRules None = new();

    /// <summary>Members of the Economic Community of West African States, whose nationals stay 90 days without a visa
    /// (Protocol A/P.1/5/79 on free movement of persons).</summary>
    private static readonly FrozenSet<string> WestAfricanCommunity =
        new[] { "BJ", "CV", "CI", "GM", "GH", "GN", "GW", "LR", "NG", "SN", "SL", "TG" }.ToFrozenSet();

    /// <summary>The countries travelled to.</summary>
    public string[] Countries { get; init; } = [];

    /// <summary>A yellow-fever certificate is asked for at the border: so we take it for West and Central Africa.</summary>
    public bool NeedsYellowFever { get; init; }

    /// <summary>Nationals of these need no visa for any of the countries.</summary>
    public FrozenSet<string> Free { get; init; } = [];

    public static TravelRules For(IReadOnlyList<string> countries, ReferenceSnapshot reference)
    {
        var rows = countries.Select(reference.Country).OfType<Country>().ToList();
        return new TravelRules
        {
            Countries = [.. countries],
            NeedsYellowFever = rows.Exists(country => country.Region is Region.WestAfrica or Region.CentralAfrica),
            Free = FreeFor(countries, rows, reference),
        };
    }

    /// <summary>The visa is not in question: a national or resident, or free movement.</summary>
    public bool IsFreeFor(Candidate candidate)
    {
        foreach (var nationality in candidate.Nationalities)
        {
            if (Free.Contains(nationality) || (Countries.Length == 1 && Countries[0] == nationality))
            {
                return true;
            }
        }

        return Countries.Length == 1 && candidate.Residence == Countries[0];
    }

    private static FrozenSet<string> FreeFor(IReadOnlyList<string> countries, List<Country> rows, ReferenceSnapshot reference)
    {
        if (countries.Count > 0 && countries.All(WestAfricanCommunity.Contains))
        {
            return WestAfricanCommunity;
        }

        var isUnion = rows.Count > 0 && rows.Count == countries.Count && rows.TrueForAll(country => country.IsEuMember);
        return isUnion ? reference.Rows.Countries.Where(country => country.IsEuMember).Select(country => country.Code).ToFrozenSet() : [];
    }
}
