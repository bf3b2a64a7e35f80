namespace TechAssist.Reports.Tests;

internal static class SampleLetters
{
    public static Document French() => new()
    {
        Title = "Votre demande d’assistance technique TA-2031-SN-0001 : décision favorable",
        Language = DocumentLanguage.French,
        Kind = "Lettre de décision",
        Reference = "TA-2031-SN-0001 / D1",
        Organisation = SampleReport.Organisation,
        IssuedOn = new DateOnly(2031, 4, 1),
        Letter = new Letter(
            ["Madame Aïssatou Ndiaye", "Coordinatrice", "Cellule nationale des données migratoires", "12, avenue des Manguiers", "Dakar, Sénégal"],
            ["Secrétariat", "rue des Échevins 40", "1000 Bruxelles, Belgique"],
            "Bruxelles")
        {
            YourReference = "CNDM/2031/117",
            Enclosures = ["Termes de référence, version 2", "Calendrier prévisionnel de la mission"],
            CopiesTo = ["Point focal national du Sénégal"],
        },
        Blocks =
        [
            new Paragraph("Madame la Coordinatrice,"),
            new Paragraph("Par votre demande du 3 mars 2031, vous avez sollicité un appui à l’harmonisation des statistiques migratoires. J’ai le plaisir de vous informer que cette demande, endossée par votre point focal national le 7 mars, a été jugée recevable et qu’elle a été approuvée le 31 mars 2031."),
            new Paragraph("La décision repose sur trois motifs :"),
            new BulletList(
            [
                "le besoin est documenté et s’inscrit dans l’objectif relatif aux données du plan d’action ;",
                "les résultats attendus sont mesurables et votre institution en assure le suivi ;",
                "l’appui demandé n’est couvert par aucun autre projet en cours.",
            ]),
            new Paragraph([new Inline("Elle est assortie d’une condition : "), Inline.Bold("la désignation d’un homologue technique avant le 30 avril 2031"), "."]),
            new Facts(
            [
                new Fact("Durée", "10 jours ouvrables sur place, 5 jours à distance"),
                new Fact("Période proposée", "Juin 2031"),
                new Fact("Chargé de dossier", ["Tomás Okafor, ", Inline.Link("dossiers@assistance.test", "mailto:dossiers@assistance.test")]),
            ]),
            new Paragraph("Le projet de termes de référence ci-joint vous est soumis pour approbation. Sans observation de votre part dans un délai de cinq jours ouvrables, nous prendrons contact avec vous par téléphone."),
            new Paragraph("Je vous prie d’agréer, Madame la Coordinatrice, l’expression de ma considération distinguée."),
            new Signature([new Signatory("Élodie Van den Berghe", "Coordinatrice de l’assistance technique", "Secrétariat")]),
        ],
    };

    public static Document English() => new()
    {
        Title = "Your request for technical assistance TA-2031-GH-0002: decision",
        Language = DocumentLanguage.English,
        Reference = "TA-2031-GH-0002 / D1",
        Organisation = "Rabat Process — Technical Assistance",
        IssuedOn = new DateOnly(2031, 5, 6),
        Letter = new Letter(
            ["Mr Kwabena Asante", "Director", "National Labour Mobility Desk", "Accra, Ghana"],
            ["Secretariat", "rue des Échevins 40", "1000 Brussels, Belgium"],
            "Brussels"),
        Blocks =
        [
            new Paragraph("Dear Mr Asante,"),
            new Paragraph("Thank you for your request of 2 April 2031. We regret that it cannot be approved in its present form, because the activities are already covered by a project that started in January 2031."),
            new Paragraph("You may submit the request again as a copy once the gap is identified, or appeal to the coordinator within twenty working days."),
            new Paragraph("Yours sincerely,"),
            new Signature([new Signatory("Élodie Van den Berghe", "Coordinator of technical assistance")]),
        ],
    };
}
