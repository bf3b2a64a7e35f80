using SkiaSharp;
using TechAssist.Reports;

namespace TechAssist.Bench.Figures;

/// <summary>Reports as experts write them: one of tables, one of photos.</summary>
internal static class ReportSample
{
    public const int Tables = 15;
    public const int Photos = 30;

    private const int RowsATable = 9;
    private const int PhotoWidth = 4000;
    private const int PhotoHeight = 3000;

    private const string Words =
        "Les deux institutions tiennent des registres que rien ne relie : un même déplacement est compté deux fois, ou pas du tout. "
        + "L’équipe propose une nomenclature commune, un calendrier de transmission mensuel et une cellule mixte qui publie chaque trimestre des séries cohérentes.";

    /// <summary>Some thirteen pages with fifteen tables.</summary>
    public static Document OfTables() => Report(Enumerable.Range(1, Tables).SelectMany(at =>
        (Block[])[new Heading(at % 3 == 1 ? 1 : 2, $"Constat et mesures proposées, partie {at}"), new Paragraph(Words), Table(at)]));

    /// <summary>Some forty pages with thirty photos of a telephone, twelve megapixels each.</summary>
    public static Document OfPhotos()
    {
        // Each is read and written by itself, whether or not they show the same.
        var photo = Photo();
        return Report(Enumerable.Range(0, Photos).SelectMany(at => Visit(photo, at)));
    }

    private static Block[] Visit(byte[] photo, int at) =>
    [
        new Heading(at % 3 == 0 ? 1 : 2, $"Visite de terrain {at + 1}"), .. Enumerable.Repeat(new Paragraph(Words + " " + Words), 5),
        new Image(photo, $"Poste frontière visité le jour {at + 1}", $"Poste frontière, vue {at + 1}", 0.8),
    ];

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

    /// <summary>Soft gradients under fine grain, so that it weighs what a photo weighs.</summary>
    private static byte[] Photo()
    {
        using var bitmap = new SKBitmap(PhotoWidth, PhotoHeight, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var pixels = bitmap.GetPixelSpan();
        var grain = 1u;
        for (var at = 0; at < pixels.Length; at += 4)
        {
            grain = (grain * 1_664_525) + 1_013_904_223;
            var light = (byte)((at / 4 % PhotoWidth / 24) + (grain >> 27));
            (pixels[at], pixels[at + 1], pixels[at + 2], pixels[at + 3]) = (light, (byte)((long)at * 200 / pixels.Length), (byte)(255 - light), 255);
        }

        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }
}
