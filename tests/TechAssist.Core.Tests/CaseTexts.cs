using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Experts;
using TechAssist.Core.FollowUp;
using TechAssist.Core.Missions;
using TechAssist.Core.Requests;
using TechAssist.Core.Terms;

namespace TechAssist.Core.Tests;

/// <summary>Texts that pass every rule; a test takes one and spoils what it is about.</summary>
internal static class CaseTexts
{
    public static readonly TermsContent Terms = new()
    {
        Languages = ["fr"],
        Contract = new Period { From = new DateOnly(2031, 8, 1), To = new DateOnly(2031, 12, 1) },
        Background = new LangText("Contexte", null),
        GeneralObjective = new LangText("Un profil migratoire annuel", null),
        Objectives = [new LangText("Former l’équipe", null), new LangText("Publier le profil", null)],
        Scope = new LangText("Les flux réguliers", null),
        Activities =
        [
            new TermsActivity { Title = new LangText("Préparation", null), Type = "TRN", Method = TermsMethod.Remote, Days = 3 },
            new TermsActivity { Title = new LangText("Atelier", null), Type = "TRN", Place = "Dakar", Dates = new Period { From = new DateOnly(2031, 9, 1), To = new DateOnly(2031, 9, 5) }, Days = 5 },
            new TermsActivity { Title = new LangText("Rapport", null), Type = "TRN", Method = TermsMethod.Remote, Days = 2 },
        ],
        Deliverables =
        [
            new TermsDeliverable { Title = new LangText("Support de formation", null), Objectives = [1], DueOn = new DateOnly(2031, 9, 5), Criterion = "Complet", Acceptor = "ANSD" },
            new TermsDeliverable { Title = new LangText("Projet de profil", null), Objectives = [2], DueOn = new DateOnly(2031, 10, 1), Criterion = "Validé", Acceptor = "ANSD" },
        ],
        Profiles = [new TermsProfile { Role = new LangText("Statisticien", null), MustHave = "Dix ans d’expérience" }],
        Effort = new ExpertDays { Preparation = 3, Field = 5, Report = 2 },
        HostContribution = new LangText("Salle et équipe", null),
        Reporting = new TermsReporting { DueOn = new DateOnly(2031, 9, 20), Addressees = "ANSD, secrétariat" },
        Conduct = new LangText("Code de conduite", null),
        Evaluation = new LangText("Par les indicateurs", null),
        Budget = new TermsBudget { Lines = [new BudgetLine { Text = "Honoraires", Amount = 4500.50m }] },
    };

    public static readonly ConflictDeclaration NoConflict = new()
    {
        EmployedByRequester = false,
        FamilyOrFinancialInterest = false,
        BiddingForFollowOn = false,
        AuthorOfPolicy = false,
        GovernmentInDispute = false,
    };

    public static ExpertProfile Expert(string family, string given, string nationality, DateOnly consentOn) => new()
    {
        FamilyName = family,
        GivenNames = given,
        Sex = Sex.Female,
        Nationalities = [nationality],
        Status = ExpertStatus.Consultant,
        Years = 15,
        YearsInMigration = 10,
        Themes = [new ThemeSkill { Theme = "T1", Level = ThemeLevel.Expert, Evidence = "Profils migratoires de trois pays" }],
        Languages = [new LanguageSkill { Language = "fr", IsMotherTongue = true }],
        Countries = [new CountryWork { Country = "ML", Months = 12 }],
        Bio = new LangText("Statisticienne", "Statistician"),
        Consents = [new Consent { Kind = ConsentKind.Storage, GivenOn = consentOn }, new Consent { Kind = ConsentKind.ShareCv, GivenOn = consentOn }],
    };

    public static readonly ReportContent Report = new()
    {
        Summary = new LangText("L’équipe a été formée.", "The team was trained."),
        Purpose = "Former et publier",
        Approach = "Atelier et accompagnement",
        Activities = [new ReportActivity { Planned = "Atelier", State = ActivityState.Done, Done = "Atelier de cinq jours" }],
        PersonsMet = [new PersonMet { Name = "Aïda Ndiaye", Function = "Directrice", Institution = "ANSD" }],
        Findings = [new Finding { Objective = 1, Answer = "Douze agents formés" }, new Finding { Objective = 2, Answer = "Projet de profil rédigé" }],
        Deliverables =
        [
            new ReportDeliverable { Number = 1, Title = new LangText("Support de formation", null), State = DeliverableState.Delivered },
            new ReportDeliverable { Number = 2, Title = new LangText("Projet de profil", null), State = DeliverableState.Delivered },
        ],
        Results = [new ReportResult { Indicator = "Profils publiés", Baseline = "0", Target = "1", Actual = "0, publication prévue" }],
        NoInitiatives = true,
        Recommendations =
        [
            Recommendation("Publier le profil chaque année", new DateOnly(2031, 11, 1)),
            Recommendation("Relier les registres", new DateOnly(2032, 3, 1)),
            Recommendation("Former une seconde équipe", new DateOnly(2033, 3, 1)),
        ],
        Positive = "Équipe motivée",
        Difficulties = "Coupures de courant",
        Lessons = "Préparer les données avant l’atelier",
        GenderAndRights = "Autant de femmes que d’hommes",
        Sustainability = "L’équipe continue seule",
        Internal = new InternalAnnex { Sensitivities = "À ne pas diffuser" },
    };

    public static ReportRecommendation Recommendation(string text, DateOnly dueOn) =>
        new() { Text = new LangText(text, text), Type = RecommendationType.Data, Addressee = "ANSD", DueOn = dueOn };

    public static IReadOnlyList<EvaluationAnswer> Answers(EvaluationKind kind) =>
        [.. EvaluationQuestions.Of(kind).Select(question => new EvaluationAnswer { Question = question, Score = 4, Comment = "Bien" })];

    /// <summary>All deliverables of the approved terms, used.</summary>
    public static async Task<IReadOnlyList<DeliverableUse>> DeliverablesUsedAsync(CaseWorld world)
    {
        var terms = await world.ReadAsync(db => db.Terms.SingleAsync(row => row.RequestId == world.RequestId && row.Status == TermsStatus.Approved));
        return [.. Enumerable.Range(1, terms.Content.Deliverables.Count).Select(number => new DeliverableUse(number) { Use = DeliverableUsage.Used })];
    }

    public static MissionPlan Plan(Guid expertId) => new()
    {
        Title = new LangText("Atelier de Dakar", null),
        StartOn = new DateOnly(2031, 9, 1),
        EndOn = new DateOnly(2031, 9, 5),
        Team = [new TeamSeat(expertId) { Role = "Statisticienne", IsLead = true }],
        Days = new ExpertDays { Field = 5 },
    };
}
