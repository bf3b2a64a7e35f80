using SkiaSharp;
using TechAssist.Reports;

namespace TechAssist.Bench.Figures;

/// <summary>Reports as experts write them: one of tables, one of photos.</summary>
internal static class ReportSample
{
    public const int Tables = 15;
    public const int Photos = 30;

    private const int RowsATable = 12;
    private const int PhotoWidth = 4000;
    private const int PhotoHeight = 3000;

    private const string Words =
        "Les deux institutions tiennent des registres que rien ne relie : un même déplacement est compté deux fois, ou pas du tout. "
        + "L’équipe propose une nomenclature commune, un calendrier de transmission mensuel et une cellule mixte qui publie chaque trimestre des séries cohérentes.";

    /// <summary>Some thirteen pages with fifteen tables.</summary>
    public static Document OfTables() => Report(Enumerable.Range(1, Tables).SelectMany(at => new Block[]
    {
        new Heading(at % 3 == 1 ? 1 : 2, $"Constat et mesures proposées, partie {at}"), new Paragraph(Words), Table(at),
    }));

    /// <summary>Some forty pages with thirty photos of a telephone, twelve megapixels each.</summary>
    public static Document OfPhotos()
    {
        var photos = Enumerable.Range(1, Photos).Select(Photo).ToList();
        return Report(photos.SelectMany((photo, at) => new Block[]
        {
            new Heading(at % 3 == 0 ? 1 : 2, $"Visite de terrain {at + 1}"), .. Enumerable.Repeat<Block>(new Paragraph(Words + " " + Words), 5),
            new Image(photo, $"Poste frontière visité le jour {at + 1}", $"Poste frontière, vue {at + 1}", 0.8),
        }));
    }

    private static Document Report(IEnumerable<Block> blocks) => new()
    {
        Title = "Harmoniser les statistiques migratoires du Sénégal",
        Subtitle = "Appui à la production, à la qualité et à la diffusion de données migratoires fiables",
        Kind = "Rapport de fin de mission",
        Language = DocumentLanguage.French,
        Reference = "TA-2031-SN-0001",
        Organisation = "Processus de Rabat – Assistance technique",
        IssuedOn = new DateOnly(2031, 6, 27),
        CoverFacts = [new Fact("Pays", "Sénégal"), new Fact("Période", "Du 2 au 13 juin 2031")],
        Blocks = [.. blocks],
    };

    private static Table Table(int number) => new(
        [new TableColumn("Activité prévue"), new TableColumn("Réalisée"), new TableColumn("Écart et motif"), new TableColumn("Jours", null, Alignment.End)],
        [
            .. Enumerable.Range(1, RowsATable).Select(RichText[] (row) =>
            [
                $"Atelier {number}.{row} avec les services des statistiques et des frontières", row % 4 == 0 ? "Oui, en partie" : "Oui",
                row % 4 == 0 ? "Deux services n’ont pas pu venir ; une séance à distance a suivi" : "–", $"{(row % 5) + 1}",
            ]),
        ],
        $"Activités de la partie {number}")
    { FirstColumnNamesRow = true };

    /// <summary>Shapes and noise, so that it weighs what a photo weighs.</summary>
    private static byte[] Photo(int seed)
    {
        using var surface = SKSurface.Create(new SKImageInfo(PhotoWidth, PhotoHeight));
        using var sky = SKShader.CreatePerlinNoiseTurbulence(0.01f, 0.02f, 4, seed);
        using var paint = new SKPaint { Shader = sky };
        surface.Canvas.DrawRect(0, 0, PhotoWidth, PhotoHeight, paint);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }
}
