namespace TechAssist.Reports.Tests;

/// <summary>The sections of the sample report.</summary>
internal static class SampleSections
{
    public static IEnumerable<Block> Opening() =>
    [
        new Heading(1, "Résumé") { Numbered = false },
        new Paragraph("À la demande de la Cellule nationale des données migratoires, une équipe de deux experts a travaillé à Dakar et à Saint-Louis du 2 au 13 juin 2031. Elle a comparé les définitions et les chaînes de production de sept institutions, rédigé avec elles un dictionnaire commun de 64 variables et formé 28 agents à son emploi."),
        new Paragraph(["Trois constats dominent. ", Inline.Bold("Les sources existent, mais elles ne se parlent pas : "), "une même entrée au poste frontière est comptée jusqu’à trois fois. ", Inline.Bold("La qualité dépend de personnes, "), "non de procédures écrites. ", Inline.Bold("La diffusion est tardive : "), "le dernier annuaire porte sur l’année 2027."]),
        new Paragraph("Cinq recommandations, chacune assortie d’un responsable et d’une échéance, figurent à la section 6. La première — adopter le dictionnaire par arrêté avant le 31 octobre 2031 — conditionne toutes les autres."),
        new Callout("L’équipe recommande de maintenir le groupe de travail interinstitutionnel au-delà de la mission : c’est lui qui portera le dictionnaire, et lui seul peut l’amender. Le secrétariat suivra son installation à six mois.", "À retenir"),
        new Heading(2, "Summary in English") { Numbered = false },
        new Paragraph("At the request of the national migration data unit, two experts worked in Dakar and Saint-Louis from 2 to 13 June 2031. They compared definitions across seven institutions, drafted a common dictionary of 64 variables and trained 28 officials. Sources exist but do not connect, quality rests on individuals rather than written procedures, and publication is late. Five recommendations are made, the first of which — adopting the dictionary by order before 31 October 2031 — is a condition for the rest."),

        new Heading(1, "Objet et objectifs de la mission"),
        new Heading(2, "Contexte"),
        new Paragraph("Le Sénégal est à la fois pays d’origine, de transit et de destination. Ses données migratoires proviennent des postes frontières, des permis de séjour, des enquêtes auprès des ménages, des consulats et des services de l’emploi. Chaque institution les recueille pour ses propres besoins ; aucune n’a mandat pour les rapprocher."),
        new Paragraph(["Le décret de 2029 créant la Cellule nationale lui confie cette tâche « dans le respect de la protection des données personnelles ». La demande d’assistance, déposée le 3 mars 2031 et endossée le 7 mars, porte sur la méthode plutôt que sur l’équipement. Le texte intégral du décret est disponible sur le ", Inline.Link("portail de documentation", "https://documentation.assistance.test/sn/decret-2029"), "."]),
        new Heading(2, "Objectifs fixés par les termes de référence"),
        new NumberedList(
        [
            "Établir l’inventaire des sources de données migratoires et de leurs définitions.",
            new ListItem("Proposer un dictionnaire commun, assorti :", new BulletList(["de règles de passage pour chaque source ;", "d’une procédure d’amendement ;", "d’un calendrier de mise en œuvre."])),
            "Former les agents chargés de la production statistique dans les sept institutions.",
            "Définir un format de diffusion trimestriel, respectueux du secret statistique.",
        ]),
        new Heading(2, "Observations sur les termes de référence"),
        new Paragraph("L’atelier de Saint-Louis, prévu sur trois jours, a été ramené à deux à la demande du bénéficiaire. Le temps ainsi dégagé a servi à une visite du poste de Rosso, non prévue, qui s’est révélée décisive pour comprendre les doubles comptages."),

        new Heading(1, "Approche et activités"),
        new Paragraph("L’équipe a procédé par entretiens semi-directifs, par observation sur poste et par reconstitution de parcours : cinquante dossiers anonymisés ont été suivis d’une institution à l’autre. Le tableau suivant rapproche les activités prévues et réalisées :"),
        new Table(
            ["Activité", new TableColumn("Prévu (jours)", Alignment: Alignment.End), new TableColumn("Réalisé (jours)", Alignment: Alignment.End), "Écart et motif"],
            [
                ["Entretiens auprès des sept institutions", "3,0", "3,5", "Entretien supplémentaire aux services consulaires"],
                ["Inventaire des sources et des définitions", "2,0", "2,0", "Aucun"],
                ["Visite des postes frontières", "0,0", "1,0", "Ajoutée : poste de Rosso"],
                ["Atelier de Saint-Louis", "3,0", "2,0", "Réduit à la demande du bénéficiaire"],
                ["Rédaction du dictionnaire", "2,0", "2,5", "Volume plus important qu’estimé"],
                ["Formation des agents à Dakar", "2,0", "2,0", "Aucun"],
                [Inline.Bold("Total"), Inline.Bold("12,0"), Inline.Bold("13,0"), "Absorbé par le travail à distance"],
            ],
            "Activités prévues et réalisées"),
        new Heading(2, "Calendrier détaillé"),
        Calendar(),
        new Heading(2, "Personnes et institutions rencontrées"),
        new Table(
            ["Institution", "Fonction rencontrée", new TableColumn("Date", Alignment: Alignment.End)],
            [
                ["Cellule nationale des données migratoires", "Coordinatrice, deux statisticiens", "02.06.2031"],
                ["Direction de la police de l’air et des frontières", "Cheffe du bureau des statistiques", "03.06.2031"],
                ["Institut de la statistique", "Directeur des enquêtes démographiques", "03.06.2031"],
                ["Direction des Sénégalais de l’extérieur", "Conseiller technique", "04.06.2031"],
                ["Services consulaires", "Chef du service informatique", "04.06.2031"],
                ["Service de l’emploi", "Responsable des offres à l’étranger", "05.06.2031"],
                ["Commission de protection des données", "Commissaire, juriste", "06.06.2031"],
                ["Poste frontière de Rosso", "Chef de poste, quatre agents", "09.06.2031"],
            ],
            "Personnes et institutions rencontrées") { FirstColumnNamesRow = true },
    ];

    public static IEnumerable<Block> Findings() =>
    [
        new Heading(1, "Constats par objectif"),
        new Heading(2, "Objectif 1 : inventaire des sources") { Anchor = "inventaire" },
        new Paragraph("Onze sources ont été recensées, dont quatre ne figuraient dans aucun document antérieur. Leur couverture, leur périodicité et leur support diffèrent fortement :"),
        Sources(),
        new Image(SamplePictures.BarChart(), "Diagramme en barres : délai de publication par source, de 2 mois pour les titres de séjour à 41 mois pour l’annuaire.", "Délai moyen entre la collecte et la publication, en mois (2030)", 0.82),
        new Heading(3, "Doubles comptages"),
        new Paragraph("La reconstitution des parcours montre qu’une entrée terrestre est enregistrée en moyenne 1,7 fois. Le registre manuscrit, la fiche d’embarquement et la saisie informatique du soir sont additionnés, faute d’identifiant commun. À Rosso, le chef de poste le résume ainsi :"),
        new Quote("Nous comptons bien chaque personne. C’est ensuite, en additionnant nos cahiers, qu’on en compte d’autres.", "Chef de poste, entretien du 9 juin 2031"),
        new Heading(3, "Définitions divergentes"),
        new Paragraph("Le terme « migrant de retour » reçoit quatre définitions. Pour l’une, il suffit d’avoir séjourné trois mois à l’étranger ; pour une autre, il faut avoir bénéficié d’une aide. Les chiffres publiés varient de 1 à 9 selon la définition retenue, sans que la note méthodologique l’indique."),
        new Heading(2, "Objectif 2 : dictionnaire commun"),
        new Paragraph(["Le dictionnaire compte 64 variables réparties en neuf familles. Chaque variable a un nom, une définition, une source de référence, une règle de passage et un responsable. L’extrait ci-dessous en donne l’esprit ; l’inventaire qui le fonde est décrit ", Inline.Link("plus haut", "#inventaire"), "."]),
        Dictionary(),
        new Heading(2, "Objectif 3 : formation"),
        new Paragraph("Vingt-huit agents ont suivi la formation, dont treize femmes. Le score moyen au questionnaire est passé de 9,2 à 15,8 sur 20. Les exercices portaient sur des données réelles, rendues anonymes la veille de la session."),
        Training(),
        new Heading(2, "Objectif 4 : diffusion trimestrielle"),
        new Paragraph("Une maquette de bulletin de quatre pages a été produite avec la Cellule. Elle comporte huit indicateurs, une carte des postes et une page de méthode. Toute cellule de moins de cinq personnes y est masquée, conformément à l’avis de la Commission de protection des données."),
        new Paragraph("Les institutions se sont accordées sur un calendrier : transmission des fichiers le 10 du mois qui suit le trimestre, contrôle croisé jusqu’au 20, publication le 30. Les deux premières échéances sont réalistes ; la troisième suppose la nomination d’un directeur de publication."),
    ];

    public static IEnumerable<Block> Results() =>
    [
        new Heading(1, "Résultats et livrables"),
        new Table(
            ["Livrable", "Termes de référence", "État"],
            [
                ["Inventaire des sources", "Livrable 1", "Remis le 6 juin 2031, validé"],
                ["Dictionnaire commun, version 1.0", "Livrable 2", "Remis le 13 juin 2031, en validation"],
                ["Module de formation et exercices", "Livrable 3", "Remis le 11 juin 2031, validé"],
                ["Maquette du bulletin trimestriel", "Livrable 4", "Remise le 13 juin 2031, validée sous réserve"],
            ],
            "Livrables"),
        new Table(
            ["Indicateur", new TableColumn("Départ", Alignment: Alignment.End), new TableColumn("Cible", Alignment: Alignment.End), new TableColumn("Atteint", Alignment: Alignment.End)],
            [
                ["Sources décrites selon le modèle commun", "0", "9", "11"],
                ["Variables définies en commun", "0", "50", "64"],
                ["Agents formés", "0", "25", "28"],
                ["Délai de publication visé (mois)", "41", "6", "3"],
                ["Institutions signataires du calendrier", "0", "7", "6"],
            ],
            "Indicateurs de résultat"),
        new Heading(2, "Initiatives concrètes relevées"),
        new Paragraph("Deux initiatives locales méritent d’être soutenues et reliées :"),
        new BulletList(
        [
            new ListItem("Un registre électronique simplifié, conçu par deux agents de Rosso :", new BulletList(["fonctionne hors connexion ;", "exporte un fichier conforme à la règle de passage proposée."])),
            "Un observatoire universitaire des retours à Saint-Louis, qui publie chaque semestre et accepte d’appliquer le dictionnaire.",
        ]),
        new Heading(1, "Recommandations"),
        new Paragraph("Les recommandations ont été discutées avec le bénéficiaire le 13 juin 2031. Leur ordre est celui de leur mise en œuvre."),
        Recommendations(),
        new Heading(1, "Enseignements, droits et durabilité"),
        new Heading(2, "Points positifs et difficultés"),
        new Paragraph("La disponibilité des équipes a été remarquable, et la présence continue d’une juriste de la Commission de protection des données a évité de longs échanges. À l’inverse, l’absence d’accès aux fichiers consulaires avant le 4 juin a retardé l’inventaire de deux jours."),
        new Heading(2, "Genre, droits et protection des données"),
        new Paragraph("Aucune donnée nominative n’a quitté les institutions. Le dictionnaire impose la ventilation par sexe et par âge pour 41 variables. L’équipe attire l’attention sur la variable « motif du départ », dont la collecte au poste frontière n’est ni fiable ni proportionnée : elle recommande de la réserver aux enquêtes."),
        new Heading(2, "Durabilité et suites proposées"),
        new Paragraph("Le groupe de travail se réunira chaque mois jusqu’en décembre 2031. Une mission courte de suivi, à distance, est proposée pour mars 2032 ; elle examinerait le premier bulletin et l’application des règles de passage."),
    ];

    public static IEnumerable<Block> Closing() =>
    [
        new PageBreak(),
        new Heading(1, "Annexe A. Programme de la formation") { Numbered = false },
        new Facts(
        [
            new Fact("Lieu", "Centre de formation, Dakar-Plateau"),
            new Fact("Dates", "10 et 11 juin 2031"),
            new Fact("Langue de travail", "Français, avec appui en wolof"),
            new Fact("Participants", "28 agents de sept institutions (13 femmes, 15 hommes)"),
        ]),
        new Table(
            ["Séance", new TableColumn("Durée", Alignment: Alignment.End), "Contenu", "Animation"],
            [
                ["1", "1 h 30", "Pourquoi un dictionnaire : trois chiffres pour un même phénomène", "I. Carvalho de Brito"],
                ["2", "2 h 00", "Lire et écrire une définition ; exercices sur « résident », « retour », « transit »", "J.-B. Kœnig"],
                ["3", "2 h 30", "Règles de passage : du registre manuscrit au fichier commun", "J.-B. Kœnig"],
                ["4", "1 h 30", "Secret statistique : masquer sans appauvrir", "Commission de protection des données"],
                ["5", "2 h 00", "Contrôle croisé entre deux sources, par binômes d’institutions", "I. Carvalho de Brito"],
            ],
            "Séances de formation"),
        new Heading(1, "Annexe B. Remerciements et signatures") { Numbered = false },
        new Paragraph("L’équipe remercie Mme Aïssatou Ndiaye, M. João Conceição, M. Íñigo Muñoz Peña et les agents du poste de Rosso pour leur accueil et leur franchise."),
        new Signature(
        [
            new Signatory("Inès Carvalho de Brito", "Cheffe d’équipe", null, new DateOnly(2031, 6, 26)),
            new Signatory("Jean-Baptiste Kœnig", "Expert statistique", null, new DateOnly(2031, 6, 27)),
        ]),
    ];

    private static Table Calendar() => new(
        [new TableColumn("Date", 1.1), new TableColumn("Lieu", 1), new TableColumn("Matin", 2.3), new TableColumn("Après-midi", 2.3)],
        [
            ["Lundi 2 juin", "Dakar", "Ouverture, revue des termes de référence", "Entretien : Cellule nationale"],
            ["Mardi 3 juin", "Dakar", "Entretien : police de l’air et des frontières", "Entretien : institut de la statistique"],
            ["Mercredi 4 juin", "Dakar", "Entretien : Sénégalais de l’extérieur", "Entretien : services consulaires"],
            ["Jeudi 5 juin", "Dakar", "Entretien : service de l’emploi", "Rapprochement des définitions"],
            ["Vendredi 6 juin", "Dakar", "Entretien : protection des données", "Remise de l’inventaire"],
            ["Lundi 9 juin", "Rosso", "Observation au poste frontière", "Retour à Saint-Louis, atelier (ouverture)"],
            ["Mardi 10 juin", "Saint-Louis, Dakar", "Atelier (clôture)", "Formation, séances 1 et 2"],
            ["Mercredi 11 juin", "Dakar", "Formation, séances 3 et 4", "Formation, séance 5 et évaluation"],
            ["Jeudi 12 juin", "Dakar", "Rédaction du dictionnaire", "Maquette du bulletin"],
            ["Vendredi 13 juin", "Dakar", "Discussion des recommandations", "Restitution devant les sept institutions"],
        ],
        "Calendrier de la mission");

    private static Table Sources() => new(
        ["Source", "Tenue par", "Périodicité", "Support", new TableColumn("Enregistrements 2030", Alignment: Alignment.End)],
        [
            ["Registre des postes terrestres", "Police de l’air et des frontières", "Continue", "Papier", "1 284 310"],
            ["Fiches d’embarquement et de débarquement", "Police de l’air et des frontières", "Continue", "Papier, saisie", "2 017 845"],
            ["Saisie informatique du soir", "Police de l’air et des frontières", "Quotidienne", "Base locale", "1 102 006"],
            ["Titres de séjour", "Direction des étrangers", "Continue", "Base nationale", "18 432"],
            ["Enquête sur les ménages, module migration", "Institut de la statistique", "Tous les cinq ans", "Enquête", "14 200"],
            ["Inscriptions consulaires", "Services consulaires", "Continue", "Bases par poste", "611 904"],
            ["Aides au retour", "Sénégalais de l’extérieur", "Mensuelle", "Tableur", "3 377"],
            ["Contrats de travail à l’étranger", "Service de l’emploi", "Continue", "Tableur", "9 815"],
            ["Visas délivrés", "Services consulaires", "Continue", "Base nationale", "74 126"],
            ["Demandes d’asile", "Commission d’éligibilité", "Mensuelle", "Dossiers", "1 048"],
            ["Mineurs pris en charge", "Service social", "Trimestrielle", "Tableur", "692"],
        ],
        "Sources de données migratoires recensées")
    { FirstColumnNamesRow = true };

    private static Table Dictionary() => new(
        [new TableColumn("Variable", 1.5), new TableColumn("Définition retenue", 3), new TableColumn("Règle de passage", 2.4)],
        [
            ["Entrée", "Franchissement d’un poste dans le sens de l’arrivée, par une personne, à une date.", "Registre du poste ; la saisie du soir le remplace dès qu’elle est complète."],
            ["Résident habituel", "Personne qui vit ou compte vivre douze mois dans le pays.", "Titre de séjour de plus d’un an ou déclaration d’enquête."],
            ["Migrant de retour", "National revenu vivre au pays après au moins douze mois de résidence à l’étranger.", "Inscription consulaire radiée ; à défaut, aide au retour avec date d’installation."],
            ["Séjour de transit", "Présence de moins de quatre-vingt-dix jours avec départ vers un pays tiers.", "Entrée et sortie rapprochées par numéro de document haché."],
            ["Travailleur à l’étranger", "National titulaire d’un contrat enregistré, exécuté hors du pays.", "Contrat enregistré ; la date de départ vient du registre du poste."],
            ["Mineur non accompagné", "Personne de moins de dix-huit ans séparée de tout adulte responsable.", "Fiche du service social ; aucun rapprochement nominatif."],
            ["Motif du séjour", "Motif principal déclaré, parmi six modalités.", "Enquête seulement ; non collecté au poste."],
            ["Niveau d’instruction", "Plus haut niveau achevé, nomenclature internationale à un chiffre.", "Enquête ; service de l’emploi pour les contrats."],
            ["Pays de provenance", "Pays de la dernière résidence de douze mois.", "Code à trois lettres ; table de correspondance en annexe du dictionnaire."],
        ],
        "Extrait du dictionnaire commun")
    { FirstColumnNamesRow = true };

    private static Table Training() => new(
        ["Institution", new TableColumn("Femmes", Alignment: Alignment.End), new TableColumn("Hommes", Alignment: Alignment.End), new TableColumn("Avant (/20)", Alignment: Alignment.End), new TableColumn("Après (/20)", Alignment: Alignment.End)],
        [
            ["Cellule nationale", "3", "2", "11,4", "17,2"],
            ["Police de l’air et des frontières", "2", "5", "8,1", "15,0"],
            ["Institut de la statistique", "3", "2", "12,6", "17,9"],
            ["Sénégalais de l’extérieur", "2", "1", "7,9", "14,8"],
            ["Services consulaires", "1", "2", "8,8", "15,1"],
            ["Service de l’emploi", "1", "2", "7,5", "14,9"],
            ["Service social", "1", "1", "8,0", "15,6"],
        ],
        "Participation et résultats au questionnaire");

    private static Table Recommendations() => new(
        [new TableColumn("N°", 0.4), new TableColumn("Recommandation", 3.3), new TableColumn("Responsable", 1.5), new TableColumn("Échéance", 1), new TableColumn("Priorité", 0.9)],
        [
            ["1", [Inline.Bold("Adopter le dictionnaire commun par arrêté. "), "L’arrêté désigne la Cellule nationale comme gardienne du dictionnaire et fixe la procédure d’amendement."], "Cellule nationale", "31.10.2031", "Haute"],
            ["2", [Inline.Bold("Supprimer la triple saisie aux postes terrestres. "), "Le registre électronique de Rosso est étendu à cinq postes ; le cahier reste en secours, sans être additionné."], "Police de l’air et des frontières", "31.12.2031", "Haute"],
            ["3", [Inline.Bold("Nommer un directeur de publication. "), "Sans lui, le calendrier trimestriel n’a pas de garant."], "Cellule nationale", "30.09.2031", "Haute"],
            ["4", [Inline.Bold("Signer un protocole d’accès aux fichiers consulaires. "), "Les fichiers sont agrégés par le service qui les tient, puis transmis sans identifiant."], "Services consulaires, Commission de protection des données", "31.01.2032", "Moyenne"],
            ["5", [Inline.Bold("Inscrire le module de formation au plan annuel de l’institut. "), "Deux sessions par an, ouvertes aux nouveaux agents."], "Institut de la statistique", "31.03.2032", "Moyenne"],
        ],
        "Recommandations");
}
