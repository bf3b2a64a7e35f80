using TechAssist.Core;
using TechAssist.Core.Requests;

namespace TechAssist.Web.Api.Description;

/// <summary>A request as it may be sent. A test sends it.</summary>
public static class RequestExample
{
    public static readonly RequestContent Content = new()
    {
        Country = "SN",
        Institution = new Institution { Name = "Agence nationale de la statistique et de la démographie", Type = InstitutionType.Agency, Unit = "Division des statistiques sociales" },
        Contact = new Contact { Name = "Mamadou Lamine Sène", Title = "Chef de division", Email = "requester.sn@demo.techassist.test", Phone = "+221 33 869 21 39", Language = "fr" },
        Title = new LangText("Système national de statistiques migratoires", "National system of migration statistics"),
        Theme = "T1",
        Objectives = ["DAK11:R9"],
        AssistanceTypes = ["TRN"],
        Problem = new LangText(
            "Les données sur les entrées, les sorties, les visas et les permis de séjour sont tenues par quatre administrations, dans des formats qui ne se rejoignent pas. "
            + "Le dernier rapport sur la migration date de cinq ans et ses séries ne peuvent être mises à jour. Les ministères décident sans chiffres communs.", null),
        Objective = new LangText("Un jeu d’indicateurs commun, documenté, et une première publication annuelle par l’agence elle-même.", null),
        Results =
        [
            new ExpectedResult { Result = "Un dictionnaire d’indicateurs adopté", Indicator = "Indicateurs documentés", Baseline = "0", Target = "25" },
        ],
        PolicyLink = "Politique nationale de migration du Sénégal, axe 2 : données et connaissances",
        NeedsAssessment = false,
        NoOtherEfforts = true,
        Beneficiaries = new Beneficiaries { Institutions = "L’agence, la police de l’air et des frontières, la direction des visas", Women = 9, Men = 12, Level = "Statisticiens et chefs de bureau" },
        Absorption = new Absorption { CounterpartTeam = "Trois statisticiens à mi-temps", WorkingSpace = true, Equipment = true, CounterpartTime = "Deux jours par semaine" },
        Periods = [new Period { From = new DateOnly(2031, 9, 1), To = new DateOnly(2031, 9, 12) }],
        LatestOn = new DateOnly(2031, 12, 15),
        Places = "Dakar",
        WorkingLanguages = ["fr"],
        GenderAndRights = "Toutes les séries sont ventilées par sexe et par âge ; aucune donnée nominative n’est échangée.",
        Sustainability = "La division reprend la publication dans son programme de travail annuel.",
        Commitments = new Commitments { Host = true, Evaluate = true, Publish = true },
    };
}
