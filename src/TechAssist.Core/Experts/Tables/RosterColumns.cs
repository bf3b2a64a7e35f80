using System.Globalization;

namespace TechAssist.Core.Experts.Tables;

/// <summary>Every column of the roster as a table, in the order of an export.</summary>
internal static class RosterColumns
{
    /// <summary>Given and family names in one cell. An import reads it, an export does not write it.</summary>
    public const string FullName = "fullName";

    public static IReadOnlyList<RosterColumn> All { get; } =
    [
        Text("familyName", profile => profile.FamilyName, (profile, text) => profile with { FamilyName = text }),
        Text("givenNames", profile => profile.GivenNames, (profile, text) => profile with { GivenNames = text }),
        new(FullName, FullNames.Take, (_, _, _) => ""),
        Text("email", profile => profile.Email, (profile, text) => profile with { Email = text }),
        Text("phone", profile => profile.Phone, (profile, text) => profile with { Phone = text }),
        Choice("sex", profile => profile.Sex, (profile, sex) => profile with { Sex = sex }),
        Number("birthYear", profile => profile.BirthYear, (profile, year) => profile with { BirthYear = year }),
        new("nationalities", Lists.TakeNationalities, (profile, words, language) => string.Join("; ", profile.Nationalities.Select(code => words.CountryName(code, language)))),
        new("residence", (profile, cell) => cell.Country(cell.Text) is { } code ? profile with { Residence = code } : profile, (profile, words, language) => profile.Residence is { } code ? words.CountryName(code, language) : ""),
        Choice("status", profile => (ExpertStatus?)profile.Status, (profile, status) => profile with { Status = status }),
        Text("employer", profile => profile.Employer, (profile, text) => profile with { Employer = text }),
        new("pastEmployers", Lists.TakePastEmployers, Lists.SayPastEmployers),
        Text("sendingAuthority", profile => profile.SendingAuthority, (profile, text) => profile with { SendingAuthority = text }),
        Choice("education", profile => profile.Education, (profile, education) => profile with { Education = education }),
        Text("degrees", profile => profile.Degrees, (profile, text) => profile with { Degrees = text }),
        Number("years", profile => profile.Years, (profile, years) => profile with { Years = years }),
        Number("yearsInMigration", profile => profile.YearsInMigration, (profile, years) => profile with { YearsInMigration = years }),
        new("themes", Skills.TakeThemes, Skills.SayThemes),
        new("themeEvidence", Skills.TakeEvidence, Skills.SayEvidence),
        new("assistanceTypes", Lists.TakeTypes, (profile, _, _) => string.Join("; ", profile.AssistanceTypes)),
        new("languages", Skills.TakeLanguages, Skills.SayLanguages),
        new("countries", Lists.TakeCountries, Lists.SayCountries),
        Text("bioFr", profile => profile.Bio.Fr, (profile, text) => profile with { Bio = profile.Bio with { Fr = text } }),
        Text("bioEn", profile => profile.Bio.En, (profile, text) => profile with { Bio = profile.Bio with { En = text } }),
        Number("noticeDays", profile => profile.NoticeDays, (profile, days) => profile with { NoticeDays = days }),
        Number("mostDaysAYear", profile => profile.MostDaysAYear, (profile, days) => profile with { MostDaysAYear = days }),
        new("remoteOnly", (profile, cell) => cell.YesNo() is { } isRemote ? profile with { RemoteOnly = isRemote } : profile, (profile, _, language) => RosterWords.Names(profile.RemoteOnly ? "Import.Yes" : "Import.No", language)[0]),
        new("unavailable", Lists.TakeUnavailable, Lists.SayUnavailable),
        Readiness("passportUntil", ReadinessKind.Passport),
        Readiness("medicalUntil", ReadinessKind.Medical),
        Readiness("yellowFeverUntil", ReadinessKind.YellowFever),
        Readiness("securityTrainingUntil", ReadinessKind.SecurityTraining),
        Readiness("safeguardingUntil", ReadinessKind.Safeguarding),
        Readiness("insuranceUntil", ReadinessKind.Insurance),
        new("visas", Lists.TakeVisas, Lists.SayVisas),
        Consented("consentStorageOn", ConsentKind.Storage),
        Consented("consentShareCvOn", ConsentKind.ShareCv),
        Consented("consentPublishNameOn", ConsentKind.PublishName),
    ];

    private static readonly Dictionary<string, RosterColumn> ByKey = All.ToDictionary(column => column.Key);

    public static RosterColumn? Find(string? key) => key is null ? null : ByKey.GetValueOrDefault(key);

    /// <summary>The column in which a fault of a profile is mended.</summary>
    public static string KeyOf(FieldError error)
    {
        var root = error.Field.Split('.', '[')[0];
        return root switch
        {
            "themes" when error.Field.EndsWith("evidence", StringComparison.Ordinal) => "themeEvidence",
            "bio" => error.Field.EndsWith("en", StringComparison.Ordinal) ? "bioEn" : "bioFr",
            "readiness" => "visas",
            "consents" => "consentStorageOn",
            _ => root,
        };
    }

    private static RosterColumn Text(string key, Func<ExpertProfile, string?> read, Func<ExpertProfile, string, ExpertProfile> write) =>
        new(key, (profile, cell) => write(profile, cell.Text), (profile, _, _) => read(profile) ?? "");

    private static RosterColumn Number(string key, Func<ExpertProfile, int?> read, Func<ExpertProfile, int, ExpertProfile> write) => new(
        key,
        (profile, cell) => cell.Number() is { } number ? write(profile, number) : profile,
        (profile, _, _) => read(profile)?.ToString(CultureInfo.InvariantCulture) ?? "");

    private static RosterColumn Choice<T>(string key, Func<ExpertProfile, T?> read, Func<ExpertProfile, T, ExpertProfile> write)
        where T : struct, Enum => new(
            key,
            (profile, cell) => cell.Choice<T>() is { } value ? write(profile, value) : profile,
            (profile, _, language) => read(profile) is { } value ? RosterWords.Word(value, language) : "");

    /// <summary>The last day, or yes for what does not run out.</summary>
    private static RosterColumn Readiness(string key, ReadinessKind kind) => new(
        key,
        (profile, cell) =>
        {
            var lasts = RosterWords.IsOneOf("Import.Yes", FoldedText.Of(cell.Text));
            var until = lasts ? null : cell.Day();
            return lasts || until is not null
                ? profile with { Readiness = [.. profile.Readiness.Where(item => item.Kind != kind), new ReadinessItem { Kind = kind, ValidUntil = until, Note = profile.Readiness.FirstOrDefault(item => item.Kind == kind)?.Note }] }
                : profile;
        },
        (profile, _, language) => profile.Readiness.FirstOrDefault(item => item.Kind == kind) is { } item
            ? item.ValidUntil is { } until ? Lists.Iso(until) : RosterWords.Names("Import.Yes", language)[0]
            : "");

    private static RosterColumn Consented(string key, ConsentKind kind) => new(
        key,
        (profile, cell) =>
        {
            if (cell.Day() is not { } on || profile.Consents.Any(consent => consent.Kind == kind && consent.GivenOn == on))
            {
                return profile;
            }

            if (on > cell.Today)
            {
                cell.Fail("in-the-future");
                return profile;
            }

            return profile with { Consents = [.. profile.Consents.Where(consent => consent.Kind != kind), new Consent { Kind = kind, GivenOn = on }] };
        },
        (profile, _, _) => profile.Consents.Where(consent => consent.Kind == kind).Select(consent => (DateOnly?)consent.GivenOn).Max() is { } on ? Lists.Iso(on) : "");
}
