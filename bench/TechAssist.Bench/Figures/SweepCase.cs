using TechAssist.Core;
using TechAssist.Core.Requests;

namespace TechAssist.Bench.Figures;

/// <summary>A request as a ministry writes it.</summary>
internal static class SweepCase
{
    public static readonly RequestContent Request = new()
    {
        Country = "SN",
        Institution = new Institution { Name = "Agence nationale de la statistique", Type = InstitutionType.Agency },
        Contact = new Contact { Name = "Mamadou Sène", Email = "requester@x.test", Language = "fr" },
        Title = new LangText("Statistiques des migrations", null),
        Theme = "T1",
        Objectives = ["DAK11:R9"],
        AssistanceTypes = ["TRN"],
        Problem = new LangText(string.Concat(Enumerable.Repeat("Les données migratoires sont dispersées. ", 8)), null),
        Objective = new LangText("Produire un profil migratoire annuel", null),
        Results = [new ExpectedResult { Result = "Un profil publié", Indicator = "Profils publiés", Baseline = "0", Target = "1" }],
        PolicyLink = "Politique nationale de migration, axe 2",
        NeedsAssessment = false,
        NoOtherEfforts = true,
        Beneficiaries = new Beneficiaries { Institutions = "ANSD", Women = 6, Men = 6 },
        Absorption = new Absorption { CounterpartTeam = "Quatre statisticiens" },
        Periods = [new Period { From = new DateOnly(2031, 9, 1), To = new DateOnly(2031, 9, 5) }],
        LatestOn = new DateOnly(2031, 12, 1),
        Places = "Dakar",
        WorkingLanguages = ["fr"],
        ExpertProfile = "Statisticien des migrations",
        GenderAndRights = "Données ventilées par sexe",
        Sustainability = "Une équipe permanente",
        Commitments = new Commitments { Host = true, Evaluate = true, Publish = true },
    };
}
