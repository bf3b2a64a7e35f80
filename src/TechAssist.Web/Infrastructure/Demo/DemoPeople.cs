using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;

namespace TechAssist.Web.Infrastructure.Demo;

/// <summary>Somebody to try the product as. Invented; the domain is reserved for tests.</summary>
public sealed record DemoPerson(string User, string Name, string Language, string Institution, params (Role Role, string? Country)[] Roles)
{
    public string Email => User + "@demo.techassist.test";

    public string RolesText => string.Join(", ", Roles.Select(role => role.Country is null ? $"{role.Role}" : $"{role.Role} {role.Country}"));
}

/// <summary>The people of Development, created once in an empty database.</summary>
public static class DemoPeople
{
    public const string Password = "Dakar-Rabat-2026";

    public static readonly IReadOnlyList<DemoPerson> All =
    [
        new("focal.sn", "Aïssatou Ndèye Diop", "fr", "Ministère de l'Intérieur, Dakar", (Role.FocalPoint, "SN")),
        new("focal.ne", "Moussa Abdoulaye Maïga", "fr", "Ministère de l'Intérieur, Niamey", (Role.FocalPoint, "NE")),
        new("focal.cv", "João Évora Gonçalves", "en", "Direção Nacional de Política Externa, Praia", (Role.FocalPoint, "CV")),
        new("focal.tg", "Afi Adjoévi Mensah", "fr", "Ministère de la Sécurité, Lomé", (Role.FocalPoint, "TG")),
        new("focal.gh", "Kwabena Osei-Asante", "en", "Ministry of the Interior, Accra", (Role.FocalPoint, "GH")),
        new("focal.bj", "Théophile Hounkpè", "fr", "Ministère des Affaires étrangères, Cotonou", (Role.FocalPoint, "BJ")),
        new("requester.sn", "Mamadou Lamine Sène", "fr", "Agence nationale de la statistique, Dakar", (Role.Requester, "SN")),
        new("requester.ne", "Fatouma Hamidou Souleymane", "fr", "Direction de la surveillance du territoire, Niamey", (Role.Requester, "NE")),
        new("requester.cv", "Inês Brandão Tavares", "en", "Direção de Estrangeiros e Fronteiras, Praia", (Role.Requester, "CV")),
        new("requester.tg", "Kossi Édem Agbéko", "fr", "Direction générale de la documentation nationale, Lomé", (Role.Requester, "TG")),
        new("requester.gh", "Abena Serwaa Boateng", "en", "Ghana Immigration Service, Accra", (Role.Requester, "GH")),
        new("counterpart.sn", "Ousmane Fall Guèye", "fr", "Agence nationale de la statistique, Dakar", (Role.Counterpart, "SN"), (Role.Requester, "SN")),
        new("counterpart.ne", "Zeïnabou Idé Garba", "fr", "Protection civile, Niamey", (Role.Counterpart, "NE"), (Role.Requester, "NE")),
        new("counterpart.cv", "Élio Mendonça Lopes", "en", "Polícia Nacional, Praia", (Role.Counterpart, "CV"), (Role.Requester, "CV")),
        new("counterpart.tg", "Yawa Délali Amégan", "fr", "Direction de l'état civil, Lomé", (Role.Counterpart, "TG"), (Role.Requester, "TG")),
        new("officer", "Hélène Vandenbrouck", "fr", "Secrétariat", (Role.CaseOfficer, null)),
        new("officer2", "Daniel Hübner", "en", "Secretariat", (Role.CaseOfficer, null)),
        new("duty", "Nora Ó Súilleabháin", "en", "Secretariat", (Role.DutyOfficer, null)),
        new("adviser", "Jean-Noël Lefèvre", "fr", "Secrétariat", (Role.ThematicAdviser, null)),
        new("logistics", "Zoé Käser", "en", "Secretariat", (Role.Logistics, null)),
        new("coordinator", "Mariam Coulibaly-Étienne", "fr", "Secrétariat", (Role.Coordinator, null)),
        new("head", "Andrés Núñez Peña", "en", "Secretariat", (Role.Head, null)),
        new("expert1", "Clémence Dubœuf", "fr", "Statisticienne des migrations", (Role.Expert, null)),
        new("expert2", "Rui Conceição Magalhães", "en", "Serviço de Estrangeiros, Lisboa", (Role.Expert, null)),
        new("expert3", "Ewa Wiśniewska-Łęcka", "en", "Straż Graniczna, Warszawa", (Role.Expert, null)),
        new("expert4", "Souleymane Traoré", "fr", "Office des migrations, Bamako", (Role.Expert, null)),
        new("expert5", "Íñigo Echeverría", "fr", "Protección civil, Madrid", (Role.Expert, null)),
        new("expert6", "Anneliese Grünwald", "en", "Bundespolizei, Potsdam", (Role.Expert, null)),
        new("committee", "Salwa El Idrissi Benaïssa", "fr", "Comité de pilotage", (Role.Committee, null)),
        new("committee2", "Bartłomiej Żuraw", "en", "Steering committee", (Role.Committee, null)),
        new("reference.ci", "Adjoua N'Guessan-Koffi", "fr", "Pays référent, Abidjan", (Role.ReferenceCountry, "CI")),
        new("admin", "Véronique Ångström", "fr", "Secrétariat", (Role.Administrator, null)),
        new("auditor", "Siobhán Fitzgerald", "en", "Court of auditors", (Role.Auditor, null)),
    ];

    public static async Task CreateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<TechAssistDb>();
        if (await db.People.AnyAsync(cancellationToken))
        {
            return;
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var hasher = services.GetRequiredService<IPasswordHasher<Person>>();
        string? hash = null;
        foreach (var demo in All)
        {
            var person = Person.Invite(demo.Email, demo.Name, demo.Language, demo.Institution, now);
            // One hash for all: each costs a tenth of a second, on purpose.
            person.PasswordHash = hash ??= hasher.HashPassword(person, Password);
            person.EmailConfirmed = true;
            foreach (var (role, country) in demo.Roles)
            {
                person.Grant(role, now, country);
            }

            db.People.Add(person);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
