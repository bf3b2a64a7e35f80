using System.Net;
using NUnit.Framework;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Requests;

/// <summary>What a person types on each page of the journey.</summary>
internal static class Journey
{
    public const string TitleFr = "Statistiques migratoires trimestrielles à partir des registres";

    public static readonly string ProblemFr = string.Concat(Enumerable.Repeat("Trois postes sur cinq comptent les passages à la main, sans le sexe ni l’âge. ", 4)).Trim();

    public static readonly (string Page, (string Name, string Value)[] Fields)[] Standard =
    [
        ("kind", []),
        ("who", [("Input.Institution.Name", "Agence nationale de la statistique"), ("Input.Institution.Type", "Agency")]),
        ("what", [
            ("Input.Title.Fr", TitleFr), ("Input.Theme", "T1"), ("Input.Objectives", "DAK11:R9"), ("Input.Objectives", "DAK11:R11"),
            ("Input.AssistanceTypes", "TRN"), ("Input.AssistanceTypes", "MET")]),
        ("why", [
            ("Input.Problem.Fr", ProblemFr), ("Input.Objective.Fr", "Publier chaque trimestre."), ("Input.Results[0].Result", "Une procédure éprouvée"),
            ("Input.PolicyLink", "Politique nationale de migration, axe 2"), ("Input.NeedsAssessment", "true"), ("Input.NoOtherEfforts", "true")]),
        ("when", [
            ("Input.Periods[0].From", "2031-06-02"), ("Input.Periods[0].To", "2031-06-13"), ("Input.LatestOn", "2031-12-01"), ("Input.WorkingLanguages", "fr")]),
        ("hosting", [
            ("Input.Beneficiaries.Institutions", "Police aux frontières"), ("Input.Beneficiaries.Women", "12"), ("Input.Absorption.CounterpartTeam", "Deux statisticiennes")]),
        ("safeguards", [("Input.GenderAndRights", "Les femmes sont invisibles dans les chiffres."), ("Input.Sustainability", "Un budget est inscrit.")]),
    ];

    public static readonly (string Page, (string Name, string Value)[] Fields)[] Rapid =
    [
        ("urgency", [
            ("Input.Urgency.Event", "4 200 personnes en trois jours"), ("Input.Urgency.EventOn", "2031-02-27"),
            ("Input.Urgency.Consequence", "Les familles restent dehors."), ("Input.Urgency.Authority", "Gouverneur d’Agadez")]),
        ("who", [("Input.Institution.Name", "Protection civile"), ("Input.Institution.Type", "Agency")]),
        ("what", [("Input.Title.Fr", "Accueil à Assamakka"), ("Input.Theme", "T2"), ("Input.Objectives", "DAK11:R4"), ("Input.AssistanceTypes", "TRN")]),
        ("why", [("Input.Problem.Fr", ProblemFr), ("Input.Objective.Fr", "Enregistrer les arrivées.")]),
        ("when", [("Input.LatestOn", "2031-03-20"), ("Input.WorkingLanguages", "fr")]),
        ("safeguards", [("Input.GenderAndRights", "Les enfants seuls sont signalés à part.")]),
    ];

    public static readonly (string Name, string Value)[] Promises =
        [("Input.Commitments.Host", "true"), ("Input.Commitments.Evaluate", "true"), ("Input.Commitments.Publish", "true")];

    /// <returns>The address of the new draft.</returns>
    public static async Task<string> BeginAsync(Visitor visitor, params (string Name, string Value)[] fields)
    {
        var begun = await visitor.FillAsync("/requests/new", fields);
        Assert.That(begun.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", begun.Errors));
        return begun.LeadsTo!;
    }

    public static async Task WriteAsync(Visitor visitor, string draft, IEnumerable<(string Page, (string Name, string Value)[] Fields)> pages)
    {
        foreach (var (page, fields) in pages)
        {
            var answer = await visitor.FillAsync($"{draft}/{page}", fields);
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), $"{page}: {string.Join("; ", answer.Errors)}");
        }
    }

    /// <returns>The page that confirms it.</returns>
    public static async Task<Answer> SubmitAsync(Visitor visitor, string draft)
    {
        var submitted = await visitor.FillAsync(draft + "/check", Promises);
        Assert.That(submitted.LeadsTo, Is.EqualTo(draft + "/sent"), string.Join("; ", submitted.Errors));
        return await visitor.FollowAsync(submitted);
    }
}
