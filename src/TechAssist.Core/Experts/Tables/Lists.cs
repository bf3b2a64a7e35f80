using System.Globalization;
using System.Text.RegularExpressions;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Tables;

/// <summary>Cells with several entries: one on each line or between semicolons, the parts of an entry between bars.</summary>
internal static partial class Lists
{
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Text without what sets entries and parts apart.</summary>
    public static string Plain(string? text) => (text ?? "").ReplaceLineEndings(" ").Replace(';', ',').Replace('|', '/').Trim();

    public static string Join(IEnumerable<IEnumerable<string>> entries) =>
        string.Join('\n', entries.Select(parts => string.Join(" | ", parts.Reverse().SkipWhile(part => part.Length == 0).Reverse())));

    public static ExpertProfile TakeNationalities(ExpertProfile profile, RosterCell cell)
    {
        List<string> codes = [.. cell.Entries().Select(cell.Country).OfType<string>().Distinct()];
        return codes.Count > 0 ? profile with { Nationalities = codes } : profile;
    }

    public static ExpertProfile TakeTypes(ExpertProfile profile, RosterCell cell)
    {
        var codes = new List<string>();
        foreach (var entry in cell.Entries())
        {
            if (cell.Words.AssistanceType(entry) is { } code)
            {
                codes.Add(code);
            }
            else
            {
                cell.Fail("import-not-a-type", entry);
            }
        }

        return profile with { AssistanceTypes = [.. codes.Distinct()] };
    }

    /// <summary>"Senegal | 12 | adviser", or "Senegal (12 months)".</summary>
    public static ExpertProfile TakeCountries(ExpertProfile profile, RosterCell cell)
    {
        var work = new List<CountryWork>();
        foreach (var entry in cell.Entries())
        {
            var parts = RosterCell.Parts(entry);
            var match = PlaceAndMonths().Match(parts[0]);
            var months = parts.Length > 1 ? parts[1] : match.Groups["months"].Value;
            if (cell.Country(match.Groups["place"].Value.Trim()) is { } code)
            {
                _ = int.TryParse(NotADigit().Replace(months, ""), NumberStyles.None, CultureInfo.InvariantCulture, out var count);
                work.Add(new CountryWork { Country = code, Months = count, Role = parts.Length > 2 ? Blank.ToNull(parts[2]) : null });
            }
        }

        return profile with { Countries = [.. work.DistinctBy(one => one.Country)] };
    }

    public static string SayCountries(ExpertProfile profile, RosterWords words, string language) => Join(profile.Countries.Select(work =>
        new[] { words.CountryName(work.Country, language), work.Months.ToString(CultureInfo.InvariantCulture), Plain(work.Role) }));

    /// <summary>"Ministry of Labour | Senegal | 2030-12-31".</summary>
    public static ExpertProfile TakePastEmployers(ExpertProfile profile, RosterCell cell)
    {
        var employers = new List<PastEmployer>();
        foreach (var parts in cell.Entries().Select(RosterCell.Parts))
        {
            var until = RosterCell.Days(parts[^1]);
            if (parts.Length < 2 || until.Count == 0)
            {
                cell.Fail("import-not-an-employer", string.Join(" | ", parts));
                continue;
            }

            employers.Add(new PastEmployer { Name = parts[0], Country = parts.Length > 2 && parts[1].Length > 0 ? cell.Country(parts[1]) : null, UntilOn = until[0] });
        }

        return profile with { PastEmployers = employers };
    }

    public static string SayPastEmployers(ExpertProfile profile, RosterWords words, string language) => Join(profile.PastEmployers.Select(employer =>
        new[] { Plain(employer.Name), employer.Country is { } code ? words.CountryName(code, language) : "", employer.UntilOn is { } on ? Iso(on) : "" }));

    /// <summary>"2031-06-01 2031-06-30": two days are a period, one is a day.</summary>
    public static ExpertProfile TakeUnavailable(ExpertProfile profile, RosterCell cell)
    {
        var periods = new List<Period>();
        foreach (var entry in cell.Entries())
        {
            var days = RosterCell.Days(entry);
            if (days.Count > 0)
            {
                periods.Add(new Period { From = days[0], To = days.Count > 1 ? days[1] : days[0] });
            }
            else
            {
                cell.Fail("import-not-a-period", entry);
            }
        }

        return profile with { Unavailable = periods };
    }

    public static string SayUnavailable(ExpertProfile profile, RosterWords words, string language) =>
        string.Join("; ", profile.Unavailable.Where(period => period is { From: not null, To: not null }).Select(period => $"{Iso(period.From!.Value)} {Iso(period.To!.Value)}"));

    /// <summary>"Senegal | 2031-05-01".</summary>
    public static ExpertProfile TakeVisas(ExpertProfile profile, RosterCell cell)
    {
        var visas = new List<ReadinessItem>();
        foreach (var entry in cell.Entries())
        {
            var place = PlaceAndMonths().Match(RosterCell.Parts(entry)[0]).Groups["place"].Value.Trim();
            if (cell.Country(place) is { } code)
            {
                visas.Add(new ReadinessItem { Kind = ReadinessKind.Visa, Country = code, ValidUntil = RosterCell.Days(entry) is [var until, ..] ? until : null });
            }
        }

        return profile with { Readiness = [.. profile.Readiness.Where(item => item.Kind != ReadinessKind.Visa), .. visas] };
    }

    public static string SayVisas(ExpertProfile profile, RosterWords words, string language) => Join(profile.Readiness
        .Where(item => item is { Kind: ReadinessKind.Visa, Country: not null })
        .Select(item => new[] { words.CountryName(item.Country!, language), item.ValidUntil is { } until ? Iso(until) : "" }));

    [GeneratedRegex(@"^(?<place>[^\d(:]*)[\s(:]*(?<months>\d+)?")]
    private static partial Regex PlaceAndMonths();

    [GeneratedRegex(@"\D")]
    private static partial Regex NotADigit();
}
