namespace TechAssist.Reports.Tests;

/// <summary>An end-of-mission report as experts write them: every kind of block, some thirteen pages.</summary>
internal static class SampleReport
{
    public const string Organisation = "Processus de Rabat — Assistance technique";

    public static Document French() => new()
    {
        Title = "Harmoniser les statistiques migratoires du Sénégal",
        Subtitle = "Appui à la production, à la qualité et à la diffusion de données migratoires fiables",
        Language = DocumentLanguage.French,
        Kind = "Rapport de fin de mission",
        Reference = "TA-2031-SN-0001",
        Organisation = Organisation,
        Author = "Inès Carvalho de Brito, cheffe d’équipe",
        IssuedOn = new DateOnly(2031, 6, 27),
        CreatedAt = new DateTime(2031, 6, 27, 14, 30, 0, DateTimeKind.Utc),
        Confidentiality = "Diffusion restreinte",
        CoverFacts =
        [
            new Fact("Bénéficiaire", "Cellule nationale des données migratoires, Dakar"),
            new Fact("Pays", "Sénégal"),
            new Fact("Période de la mission", "Du 2 au 13 juin 2031"),
            new Fact("Équipe", "Inès Carvalho de Brito (Cabo Verde), Jean-Baptiste Kœnig (Luxembourg)"),
            new Fact("Termes de référence", "Version 2, approuvée le 14 avril 2031"),
        ],
        Blocks = [.. SampleSections.Opening(), .. SampleSections.Findings(), .. SampleSections.Results(), .. SampleSections.Closing()],
    };

    public static Document Letter(DocumentLanguage language) => language == DocumentLanguage.French
        ? SampleLetters.French()
        : SampleLetters.English();
}
