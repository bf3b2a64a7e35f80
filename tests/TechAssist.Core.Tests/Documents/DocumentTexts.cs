using TechAssist.Core.EndOfMission;
using TechAssist.Core.Experts;
using TechAssist.Core.Requests;
using TechAssist.Core.Terms;

namespace TechAssist.Core.Tests.Documents;

/// <summary>Terms and a report as long as real ones.</summary>
internal static class DocumentTexts
{
    public static readonly TermsContent Terms = CaseTexts.Terms with
    {
        Background = new LangText(
            "Sept institutions tiennent des données sur les migrations, chacune avec ses définitions. Trois chiffres différents circulent pour les retours de 2030.\n\nL’Agence nationale de la statistique doit publier un premier profil migratoire annuel en décembre 2031, comme le prévoit la stratégie nationale :\n- un dictionnaire commun ;\n- un calendrier de publication ;\n- une équipe formée dans chaque institution.",
            null),
        GeneralObjective = new LangText("Donner au Sénégal un profil migratoire annuel fondé sur des définitions communes.", "Give Senegal an annual migration profile based on common definitions."),
        Objectives = [new LangText("Arrêter un dictionnaire commun des données migratoires", "Agree on a common dictionary of migration data"), new LangText("Former douze agents à la production du profil", "Train twelve officers in producing the profile")],
        Scope = new LangText("Les flux réguliers, les retours et les séjours, pour les années 2028 à 2030.", "Regular flows, returns and stays, 2028 to 2030."),
        Exclusions = new LangText("Les données nominatives et l’acquisition de matériel.", "Personal records and the purchase of equipment."),
        Activities =
        [
            new TermsActivity { Title = new LangText("Revue des sources et entretiens à distance", "Review of sources, remote interviews"), Type = "IDN", Method = TermsMethod.Remote, Days = 3, Dates = new Period { From = new DateOnly(2031, 8, 18), To = new DateOnly(2031, 8, 22) } },
            new TermsActivity { Title = new LangText("Atelier « définitions » avec les sept institutions", null), Type = "TRN", Place = "Dakar", Dates = new Period { From = new DateOnly(2031, 9, 1), To = new DateOnly(2031, 9, 3) }, Days = 3 },
            new TermsActivity { Title = new LangText("Observation au poste frontière et restitution", "Observation at the border post, debriefing"), Type = "IDN", Place = "Rosso, Dakar", Dates = new Period { From = new DateOnly(2031, 9, 4), To = new DateOnly(2031, 9, 5) }, Days = 2 },
            new TermsActivity { Title = new LangText("Rapport de fin de mission", "End-of-mission report"), Type = "TRN", Method = TermsMethod.Remote, Days = 2 },
        ],
        Deliverables =
        [
            new TermsDeliverable { Title = new LangText("Dictionnaire commun des données migratoires", "Common dictionary of migration data"), Objectives = [1], Type = "Document", Language = "fr", DueOn = new DateOnly(2031, 9, 5), Criterion = "Définitions validées par les sept institutions", Acceptor = "Agence nationale de la statistique" },
            new TermsDeliverable { Title = new LangText("Module de formation de deux jours", "Two-day training module"), Objectives = [2], Language = "fr", DueOn = new DateOnly(2031, 9, 10), Criterion = "Douze agents évalués, 14/20 en moyenne", Acceptor = "Agence nationale de la statistique" },
        ],
        Profiles =
        [
            new TermsProfile
            {
                Role = new LangText("Statisticien ou statisticienne des migrations", "Migration statistician"),
                MustHave = "Diplôme supérieur en statistique ; conduite d’au moins deux profils migratoires",
                NiceToHave = "Connaissance des postes frontières de la vallée du fleuve",
                Years = 10,
                Languages = [new TermsLanguage { Language = "fr", Level = Cefr.C1 }, new TermsLanguage { Language = "en" }],
                Experience = "Systèmes statistiques nationaux en Afrique de l’Ouest",
            },
        ],
        HostContribution = new LangText("Une salle de travail, une équipe de quatre homologues à mi-temps, l’accès aux sources agrégées.", "A working room, a team of four counterparts at half time, access to aggregated sources."),
        Counterparts = [new TermsCounterpart { Name = "Mme Aïda Ndiaye", Title = "Directrice des statistiques démographiques", Email = "a.ndiaye@statistique.test" }],
        Logistics = "Hôtel proche de l’Agence ; véhicule de service pour Rosso.",
        Security = "Déplacement à Rosso de jour seulement.",
        Conduct = new LangText("Les experts suivent le code de conduite du Processus et ne conservent aucune donnée après la mission.", "The experts follow the code of conduct of the Process and keep no data after the mission."),
        Evaluation = new LangText("Par les indicateurs de la demande, à la fin de la mission et six mois après.", "By the indicators of the request, at the end of the mission and six months later."),
        Indicators = [new ExpectedResult { Result = "Un profil migratoire est publié chaque année", Indicator = "Profils publiés", Baseline = "0", Target = "1 par an" }],
        Budget = new TermsBudget { Lines = [new BudgetLine { Text = "Honoraires et indemnités", Amount = 12_300m }, new BudgetLine { Text = "Voyages", Amount = 6_150m }] },
    };

    public static readonly ReportContent Report = CaseTexts.Report with
    {
        Summary = new LangText(
            "Sept institutions ont adopté un **dictionnaire commun** de 64 variables et nommé les gardiens de chaque source. Douze agents ont été formés.\n\nLe premier profil migratoire peut paraître en décembre 2031 si la triple saisie aux postes terrestres cesse d’ici octobre.",
            "Seven institutions adopted a **common dictionary** of 64 variables and named a keeper for each source. Twelve officers were trained.\n\nThe first migration profile can be published in December 2031 if triple entry at land border posts ends by October."),
        Purpose = "La mission devait donner au Sénégal les moyens d’un profil migratoire annuel. Les termes de référence étaient clairs et réalistes.",
        Deviations = [new Deviation { What = "L’observation à Rosso a duré un jour au lieu de deux.", Reason = "Crue du fleuve : la piste était coupée le 5 septembre." }],
        Approach = "Trois principes ont guidé le travail :\n\n1. partir des usages, et non des fichiers ;\n2. faire rédiger les définitions par ceux qui les emploient ;\n3. vérifier chaque règle sur *deux sources*.",
        Activities =
        [
            new ReportActivity { Planned = "Revue des sources, trois jours à distance", State = ActivityState.Done, Done = "Revue de onze sources, quatorze entretiens", Difference = "Deux sources de plus que prévu" },
            new ReportActivity { Planned = "Atelier « définitions », trois jours", State = ActivityState.Done, Done = "Atelier tenu avec les sept institutions" },
            new ReportActivity { Planned = "Observation à Rosso, deux jours", State = ActivityState.PartlyDone, Done = "Un jour", Difference = "Écourtée par la crue" },
        ],
        PersonsMet =
        [
            new PersonMet { Name = "Aïda Ndiaye", Function = "Directrice des statistiques démographiques", Institution = "Agence nationale de la statistique" },
            new PersonMet { Name = "João Conceição", Function = "Chef de poste adjoint", Institution = "Police de l’air et des frontières" },
        ],
        Findings =
        [
            new Finding { Objective = 1, Text = new LangText("Arrêter un dictionnaire commun des données migratoires", "Agree on a common dictionary of migration data"), Answer = "Trois définitions du « retour » coexistaient. Le groupe en a retenu **une seule**, avec deux règles de passage :\n\n- radiation consulaire, avec date ;\n- à défaut, aide au retour avec date d’installation." },
            new Finding { Objective = 2, Text = new LangText("Former douze agents à la production du profil", null), Answer = "Douze agents de sept institutions ont été formés. La moyenne est passée de 9,1 à 16,2 sur 20." },
        ],
        Deliverables =
        [
            new ReportDeliverable { Number = 1, Title = new LangText("Dictionnaire commun des données migratoires", "Common dictionary of migration data"), State = DeliverableState.Delivered, Note = "64 variables, adopté le 3 septembre" },
            new ReportDeliverable { Number = 2, Title = new LangText("Module de formation de deux jours", "Two-day training module"), State = DeliverableState.PartlyDelivered, Note = "Exercices sur les visas à compléter" },
        ],
        Results = [new ReportResult { Indicator = "Définitions communes adoptées", Baseline = "0", Target = "40", Actual = "64" }, new ReportResult { Indicator = "Profils publiés", Baseline = "0", Target = "1", Actual = "0, prévu en décembre" }],
        NoInitiatives = false,
        Initiatives = [new Initiative { Title = "Registre électronique de Rosso", Description = "Conçu par deux agents du poste, il fonctionne hors connexion et exporte un fichier conforme au dictionnaire.", Lead = "Police de l’air et des frontières", Partners = "Université Gaston-Berger", CostRange = "15 000 à 25 000 EUR", NextStep = "Essai dans deux autres postes d’ici mars 2032" }],
        Recommendations =
        [
            CaseTexts.Recommendation("", new DateOnly(2031, 11, 1)) with { Text = new LangText("Adopter le dictionnaire commun par arrêté", "Adopt the common dictionary by decree"), Type = RecommendationType.Legal, Priority = RecommendationPriority.High, Objective = "DAK11:R9", Means = "Une réunion interministérielle" },
            CaseTexts.Recommendation("Supprimer la triple saisie aux postes terrestres", new DateOnly(2032, 3, 1)) with { Type = RecommendationType.Procedure, Addressee = "Police de l’air et des frontières", Priority = RecommendationPriority.High },
            CaseTexts.Recommendation("Inscrire le module de formation au plan annuel de l’Agence", new DateOnly(2033, 3, 1)) with { Type = RecommendationType.Training },
        ],
        Training = new TrainingData { Women = 6, Men = 6, PreTest = 46, PostTest = 81, Satisfaction = 4.5m },
        Acknowledgements = "L’équipe remercie les agents du poste de Rosso pour leur accueil et leur franchise.",
    };
}
