using TechAssist.Core.EndOfMission;

namespace TechAssist.Core.Tests.EndOfMission.Word;

/// <summary>A report with something in every kind of place.</summary>
internal static class WordSample
{
    public static readonly ReportContent Report = CaseTexts.Report with
    {
        Purpose = "Former **et** publier, voir [le profil](https://example.org/profil).\n\n- Atelier\n  - Salle\n- Visite\n\n1. D’abord\n2. Ensuite",
        Approach = "Atelier *et* accompagnement\n\n| Jour | Lieu |\n| --- | --- |\n| 1 | Dakar |\n\n> Une phrase citée",
        Deviations = [new Deviation { What = "Calendrier", Reason = "Pluies" }],
        Activities = [new ReportActivity { Planned = "Atelier", State = ActivityState.Done, Done = "Atelier de cinq jours" }, new ReportActivity { Planned = "Visite", Done = "Deux jours" }],
        Findings = [new Finding { Objective = 1, Text = new LangText("Former l’équipe", "Train the team"), Answer = "Douze agents formés\n\n## À suivre\n\nDeux **absents**" }, new Finding { Objective = 2, Answer = "Projet de profil rédigé" }],
        Deliverables = [new ReportDeliverable { Number = 1, Title = new LangText("Support", null), State = DeliverableState.PartlyDelivered, Note = "Relu en partie", DocumentId = Guid.Parse("0190a000-0000-7000-8000-000000000002") }],
        Initiatives = [new Initiative { Title = "Un registre commun", Description = "Deux ministères\nune base", Lead = "ANSD", NextStep = "Réunion" }],
        NoInitiatives = false,
        Recommendations =
        [
            Recommendation("Publier chaque année", new DateOnly(2031, 11, 1)) with { Objective = "dakar:1.1" },
            Recommendation("Relier les registres", new DateOnly(2032, 3, 1)),
            Recommendation("Former une équipe", new DateOnly(2033, 3, 1)),
        ],
        Training = new TrainingData { Women = 12, Men = 9, PreTest = 41, PostTest = 78, Satisfaction = 4.5m },
        Acknowledgements = null,
    };

    private static ReportRecommendation Recommendation(string text, DateOnly dueOn) => CaseTexts.Recommendation(text, dueOn) with { Text = new LangText(text, null) };
}
