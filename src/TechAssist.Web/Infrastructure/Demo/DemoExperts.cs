using Microsoft.EntityFrameworkCore;
using TechAssist.Core;
using TechAssist.Core.Experts;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Web.Infrastructure.Demo;

/// <summary>Ten invented experts for the demo: six sign in as <c>expert1</c> to <c>expert6</c>, four have no account yet.
/// Loaded once, after the demo people.</summary>
public static class DemoExperts
{
    public static async Task CreateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<TechAssistDb>().Experts.AnyAsync(cancellationToken))
        {
            return;
        }

        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var addExpert = services.GetRequiredService<AddExpert>();
        foreach (var (account, profile) in All(today))
        {
            await addExpert.ExecuteAsync(new AddExpertInput(profile, account is null ? null : account + "@demo.techassist.test"), Actor.System, cancellationToken);
        }
    }

    private static IEnumerable<(string? Account, ExpertProfile Profile)> All(DateOnly today)
    {
        yield return ("expert1", Known("Dubœuf", "Clémence", Sex.Female, 1979, ["FR"], "FR", ExpertStatus.Consultant, today) with
        {
            Employer = "Indépendante",
            Education = Education.Doctorate,
            Years = 21,
            YearsInMigration = 16,
            NoticeDays = 10,
            Themes = [Theme("T1", ThemeLevel.Trainer, "Profils migratoires de quatre pays, 2019-2025"), Theme("T4", ThemeLevel.Practitioner)],
            AssistanceTypes = ["TRN", "MET", "ASM", "REC"],
            Languages = [Mother("fr"), Speaks("en", Cefr.C1), Speaks("pt", Cefr.B1)],
            Countries = [Worked("SN", 14), Worked("ML", 6), Worked("TG", 3)],
            Bio = new LangText(
                "Démographe et statisticienne, elle a conçu des systèmes de données migratoires avec des instituts nationaux de statistique.",
                "A demographer and statistician, she has designed migration data systems with national statistical institutes."),
        });
        yield return ("expert2", Known("Conceição Magalhães", "Rui", Sex.Male, 1974, ["PT"], "PT", ExpertStatus.PublicOfficial, today) with
        {
            Employer = "Serviço de Estrangeiros, Lisboa",
            SendingAuthority = "Direção nacional, gabinete de relações internacionais",
            Education = Education.Master,
            Years = 25,
            YearsInMigration = 25,
            NoticeDays = 15,
            MostDaysAYear = 40,
            Themes = [Theme("T3", ThemeLevel.Trainer, "Formation des officiers de frontière à Praia et Bissau"), Theme("T1", ThemeLevel.Aware)],
            AssistanceTypes = ["TRN", "GDL", "PEE"],
            Languages = [Mother("pt"), Speaks("en", Cefr.C1), Speaks("fr", Cefr.B2)],
            Countries = [Worked("CV", 10), Worked("GW", 5)],
            Bio = new LangText(
                "Inspecteur des frontières, il forme à la détection des faux documents et à l’analyse des risques.",
                "A border inspector, he trains officers in detecting forged documents and in risk analysis."),
        });
        yield return ("expert3", Known("Wiśniewska-Łęcka", "Ewa", Sex.Female, 1982, ["PL"], "PL", ExpertStatus.PublicOfficial, today) with
        {
            Employer = "Straż Graniczna, Warszawa",
            SendingAuthority = "Commander-in-chief, international cooperation bureau",
            Education = Education.Master,
            Years = 18,
            YearsInMigration = 14,
            NoticeDays = 20,
            MostDaysAYear = 30,
            Themes = [Theme("T3", ThemeLevel.Expert, "Integrated border management plans, 2018-2024"), Theme("T2", ThemeLevel.Practitioner)],
            AssistanceTypes = ["TRN", "ADM", "GDL"],
            Languages = [Mother("pl"), Speaks("en", Cefr.C2), Speaks("fr", Cefr.B1)],
            Countries = [Worked("GH", 2)],
            Bio = new LangText("Officière de frontière, spécialiste de la gestion intégrée.", "A border guard officer who specialises in integrated management."),
        });
        yield return ("expert4", Known("Traoré", "Souleymane", Sex.Male, 1971, ["ML"], "ML", ExpertStatus.PublicOfficial, today) with
        {
            Employer = "Office des migrations, Bamako",
            SendingAuthority = "Direction générale",
            Education = Education.Master,
            Years = 27,
            YearsInMigration = 19,
            NoticeDays = 10,
            Themes = [Theme("T2", ThemeLevel.Trainer, "Accueil des migrants de retour, 2012-2024"), Theme("T4", ThemeLevel.Expert, "Élaboration de deux stratégies nationales")],
            AssistanceTypes = ["POL", "PRG", "TRN", "IDN"],
            Languages = [Mother("bm"), Speaks("fr", Cefr.C2), Speaks("en", Cefr.B1)],
            Countries = [Worked("NE", 8), Worked("BF", 6), Worked("CI", 4)],
            Bio = new LangText(
                "Praticien de l’accueil et de la réinsertion, il appuie les pays voisins par la coopération Sud-Sud.",
                "A practitioner of reception and reintegration who supports neighbouring countries through South-South cooperation."),
        });
        yield return ("expert5", Known("Echeverría", "Íñigo", Sex.Male, 1985, ["ES"], "ES", ExpertStatus.PublicOfficial, today) with
        {
            Employer = "Protección civil, Madrid",
            SendingAuthority = "Subdirección general de cooperación",
            Education = Education.Master,
            Years = 15,
            YearsInMigration = 9,
            NoticeDays = 1,
            Themes = [Theme("T2", ThemeLevel.Expert, "Plans de préparation et évacuations, 2016-2025"), Theme("T3", ThemeLevel.Practitioner)],
            AssistanceTypes = ["ASM", "GDL", "PRG"],
            Languages = [Mother("es"), Speaks("fr", Cefr.C1), Speaks("en", Cefr.C1)],
            Countries = [Worked("MR", 3), Worked("SN", 2), Worked("NE", 1)],
            Bio = new LangText("Coordonnateur d’interventions d’urgence, disponible du jour au lendemain.", "A coordinator of emergency operations, available from one day to the next."),
            Readiness = Ready(today),
        });
        yield return ("expert6", Known("Grünwald", "Anneliese", Sex.Female, 1968, ["DE", "AT"], "DE", ExpertStatus.RetiredOfficial, today) with
        {
            Employer = "Bundespolizei, Potsdam",
            Education = Education.Bachelor,
            Years = 34,
            YearsInMigration = 22,
            NoticeDays = 5,
            Themes = [Theme("T3", ThemeLevel.Trainer, "Curricula of three border academies"), Theme("T4", ThemeLevel.Practitioner)],
            AssistanceTypes = ["TRN", "MEN", "PEE"],
            Languages = [Mother("de"), Speaks("en", Cefr.C1), Speaks("fr", Cefr.B2)],
            Countries = [Worked("GH", 4), Worked("NG", 6), Worked("GM", 2)],
            Bio = new LangText("Ancienne directrice d’école de police des frontières.", "A former head of a border police academy."),
            Readiness = Ready(today),
        });
        yield return (null, Known("Diallo-Barry", "Aïssatou", Sex.Female, 1976, ["GN", "FR"], "BE", ExpertStatus.Diaspora, today) with
        {
            Employer = "Université libre, Bruxelles",
            Education = Education.Doctorate,
            Years = 19,
            YearsInMigration = 15,
            Themes = [Theme("T4", ThemeLevel.Expert, "Revue de la législation de trois pays"), Theme("T1", ThemeLevel.Practitioner)],
            AssistanceTypes = ["LEG", "POL", "REC"],
            Languages = [Mother("fr"), Speaks("en", Cefr.B2)],
            Countries = [Worked("GN", 20), Worked("CI", 5)],
            Bio = new LangText("Juriste, spécialiste du droit des migrations et de la protection.", "A lawyer who specialises in migration and protection law."),
        });
        yield return (null, Known("Ofori-Mensah", "Kwame", Sex.Male, 1963, ["GH"], "GH", ExpertStatus.RetiredOfficial, today) with
        {
            Employer = "Immigration Service, Accra",
            Education = Education.Master,
            Years = 35,
            YearsInMigration = 30,
            Themes = [Theme("T3", ThemeLevel.Expert, "Joint border posts, 2005-2019"), Theme("T4", ThemeLevel.Expert, "Service reform, 2010-2016")],
            AssistanceTypes = ["ADM", "TRN", "MEN"],
            Languages = [Mother("en"), Speaks("fr", Cefr.B1)],
            Countries = [Worked("LR", 8), Worked("SL", 7)],
            Bio = new LangText("Ancien directeur régional d’un service d’immigration.", "A former regional director of an immigration service."),
        });
        yield return (null, Known("Kalniņa", "Ieva", Sex.Female, 1988, ["LV"], "LV", ExpertStatus.Academic, today) with
        {
            Employer = "Latvijas Universitāte, Rīga",
            Education = Education.Doctorate,
            Years = 11,
            YearsInMigration = 8,
            RemoteOnly = true,
            Themes = [Theme("T1", ThemeLevel.Expert, "Forecasting models, 2019-2025")],
            AssistanceTypes = ["MET", "MEN"],
            Languages = [Mother("lv"), Speaks("en", Cefr.C2), Speaks("fr", Cefr.A2)],
            Bio = new LangText("Chercheuse en prévision des flux migratoires.", "A researcher in forecasting migration flows."),
            Unavailable = [new Period { From = today.AddDays(30), To = today.AddDays(75) }],
        });
        yield return (null, Known("Benkirane", "Mehdi", Sex.Male, 1980, ["MA"], "MA", ExpertStatus.InternationalOrganisation, today) with
        {
            Employer = "Organisation régionale, Rabat",
            Education = Education.Master,
            Years = 17,
            YearsInMigration = 13,
            Themes = [Theme("T4", ThemeLevel.Trainer, "Programmes de formation régionaux, 2014-2025"), Theme("T2", ThemeLevel.Practitioner)],
            AssistanceTypes = ["PRG", "TRN", "IDN"],
            Languages = [Mother("ar"), Speaks("fr", Cefr.C2), Speaks("en", Cefr.C1), Speaks("es", Cefr.B2)],
            Countries = [Worked("TN", 9), Worked("MR", 6), Worked("TD", 3)],
            Bio = new LangText("Concepteur de programmes de renforcement des capacités.", "A designer of capacity-building programmes."),
        });
    }

    private static ExpertProfile Known(
        string family, string given, Sex sex, int birthYear, string[] nationalities, string residence, ExpertStatus status, DateOnly today) => new()
        {
            FamilyName = family,
            GivenNames = given,
            Sex = sex,
            BirthYear = birthYear,
            Nationalities = nationalities,
            Residence = residence,
            Status = status,
            Consents = [.. Enum.GetValues<ConsentKind>().Select(kind => new Consent { Kind = kind, GivenOn = today.AddDays(-60) })],
        };

    private static ThemeSkill Theme(string theme, ThemeLevel level, string? evidence = null) => new() { Theme = theme, Level = level, Evidence = evidence };

    private static LanguageSkill Mother(string language) => new() { Language = language, IsMotherTongue = true };

    private static LanguageSkill Speaks(string language, Cefr level) => new() { Language = language, Reading = level, Listening = level, Speaking = level, Writing = level };

    private static CountryWork Worked(string country, int months) => new() { Country = country, Months = months };

    private static ReadinessItem[] Ready(DateOnly today) =>
        [.. Enum.GetValues<ReadinessKind>().Where(kind => kind != ReadinessKind.Visa).Select(kind => new ReadinessItem { Kind = kind, ValidUntil = today.AddMonths(20) })];
}
