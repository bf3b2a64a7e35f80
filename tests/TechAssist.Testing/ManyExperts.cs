using Bogus;
using TechAssist.Core;
using TechAssist.Core.Experts;
using TechAssist.Core.Requests;
using Period = TechAssist.Core.Requests.Period;

namespace TechAssist.Testing;

/// <summary>Invented experts by the thousand, the same ones for the same seed and day: 12 languages, 4 themes, 57 countries,
/// about as unequal as a real roster is. For development, tests and measurements only.</summary>
public sealed class ManyExperts(int seed, DateOnly today)
{
    public static readonly string[] Countries =
    [
        "DZ", "LY", "MA", "TN", "BJ", "BF", "CV", "CI", "GM", "GH", "GN", "GW", "LR", "ML", "MR", "NE", "NG", "SN", "SL", "TG", "ST", "CM", "CF", "TD", "CG", "CD", "GQ", "GA",
        "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "NO", "CH",
    ];

    public static readonly string[] Languages = ["fr", "en", "pt", "es", "ar", "de", "it", "nl", "pl", "ro", "sv", "el"];

    public static readonly string[] Themes = ["T1", "T2", "T3", "T4"];

    public static readonly string[] Types = ["TRN", "IDN", "POL", "ADM", "LEG", "PRG", "MET", "ASM", "PEE", "GDL", "MEN", "REC", "STV"];

    private static readonly string[] Employers =
        ["Direction générale des migrations", "Institut national de la statistique", "Police des frontières", "Ministère de l’intérieur", "Université", "Border Agency", "Immigration Service", "Office des migrations", "Indépendant"];

    private readonly Randomizer random = new(seed);
    private readonly Bogus.DataSets.Name[] names = [.. new[] { "fr", "en", "pt_PT", "es", "de", "it", "pl", "nl" }.Select(locale => new Bogus.DataSets.Name(locale))];

    public IEnumerable<ExpertProfile> Take(int count) => Enumerable.Range(0, count).Select(_ => One());

    private ExpertProfile One()
    {
        var name = random.ArrayElement(names);
        name.Random = random;
        var sex = random.Bool(0.38f) ? Sex.Female : Sex.Male;
        var nationality = random.ArrayElement(Countries);
        var years = random.Int(7, 35);
        var isOfficial = random.Bool(0.4f);
        return new ExpertProfile
        {
            GivenNames = name.FirstName(sex == Sex.Female ? Bogus.DataSets.Name.Gender.Female : Bogus.DataSets.Name.Gender.Male),
            FamilyName = name.LastName(),
            Sex = sex,
            BirthYear = today.Year - 24 - years,
            Nationalities = random.Bool(0.12f) ? [.. new[] { nationality, random.ArrayElement(Countries) }.Distinct()] : [nationality],
            Residence = random.Bool(0.8f) ? nationality : random.ArrayElement(Countries),
            Status = isOfficial ? ExpertStatus.PublicOfficial : random.Enum<ExpertStatus>(ExpertStatus.PublicOfficial),
            Employer = random.ArrayElement(Employers),
            SendingAuthority = isOfficial ? "Direction générale" : null,
            Education = random.Enum<Education>(),
            Years = years,
            YearsInMigration = random.Int(2, years),
            Themes = [.. random.ArrayElements(Themes, random.Int(1, 3)).Select(theme => new ThemeSkill { Theme = theme, Level = random.Enum<ThemeLevel>(), Evidence = "Missions de 2018 à 2025" })],
            AssistanceTypes = [.. random.ArrayElements(Types, random.Int(1, 6))],
            Languages = Spoken(),
            Countries = [.. random.ArrayElements(Countries, random.Int(0, 6)).Select(country => new CountryWork { Country = country, Months = random.Int(1, 40) })],
            Bio = new LangText("Spécialiste des migrations.", "A specialist in migration."),
            NoticeDays = random.ArrayElement([3, 5, 10, 15, 20, 30]),
            MostDaysAYear = random.Bool(0.4f) ? random.Int(10, 90) : null,
            RemoteOnly = random.Bool(0.06f),
            Unavailable = [.. Enumerable.Range(0, random.Int(0, 4)).Select(_ => Away())],
            Readiness = [.. Enum.GetValues<ReadinessKind>().Where(kind => kind != ReadinessKind.Visa && random.Bool(0.75f)).Select(kind => new ReadinessItem { Kind = kind, ValidUntil = today.AddDays(random.Int(-60, 1500)) })],
            Consents = [new Consent { Kind = ConsentKind.Storage, GivenOn = today.AddDays(-random.Int(1, 800)) }, new Consent { Kind = ConsentKind.ShareCv, GivenOn = today.AddDays(-random.Int(1, 600)) }],
        };
    }

    /// <summary>A mother tongue, and French or English well enough for the roster.</summary>
    private LanguageSkill[] Spoken()
    {
        var mother = random.ArrayElement(Languages);
        var working = random.Bool(0.55f) ? "fr" : "en";
        var others = random.ArrayElements(Languages, random.Int(0, 3)).Append(working).Where(language => language != mother).Distinct();
        return
        [
            new LanguageSkill { Language = mother, IsMotherTongue = true },
            .. others.Select(language =>
            {
                var level = (Cefr)random.Int(language == working ? (int)Cefr.B2 : (int)Cefr.A2, (int)Cefr.C2);
                return new LanguageSkill { Language = language, Reading = level, Listening = level, Speaking = level, Writing = level };
            }),
        ];
    }

    private Period Away()
    {
        var from = today.AddDays(random.Int(0, 400));
        return new Period { From = from, To = from.AddDays(random.Int(3, 40)) };
    }
}
