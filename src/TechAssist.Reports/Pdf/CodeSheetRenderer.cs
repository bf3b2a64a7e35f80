using SkiaSharp;
using TechAssist.Reports.Pdf.Typesetting;

namespace TechAssist.Reports.Pdf;

/// <summary>Draws a <see cref="CodeSheet"/> as PDF: one page A4, the code drawn as areas so that it is sharp at any size, the same bytes
/// for the same sheet.</summary>
public static class CodeSheetRenderer
{
    private const float Edge = 62;
    private const float Width = Theme.PageWidth - (2 * Edge);
    private const float Gap = 28;
    private const float CodeSide = 290;
    private const float AddressSize = 21;
    private const float SmallestAddress = 9;

    public static byte[] Render(CodeSheet sheet)
    {
        var typesetter = new Typesetter(target => target);
        var created = sheet.IssuedOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        using var stream = new MemoryStream();
        using (var pdf = SKDocument.CreatePdf(stream, Metadata(sheet, created)))
        using (var pen = new Pen(pdf))
        {
            pen.BeginPage();
            pen.Fill(new SKRect(0, 0, 20, Theme.PageHeight), Theme.Accent);
            var top = Head(sheet, typesetter, pen);
            top = Code(sheet, pen, top);
            top = Address(sheet, typesetter, pen, top);
            Foot(sheet, typesetter, pen, top);
            pen.EndPage();
            pdf.Close();
        }

        return PdfUpdate.Append(stream.ToArray(), created, Words.In(sheet.Language).Culture.Name, []);
    }

    private static float Head(CodeSheet sheet, Typesetter typesetter, Pen pen)
    {
        var top = pen.Text(typesetter.Lines(sheet.Organisation, Theme.Title(12), Width - 120), Edge, 46);
        pen.TextRight(typesetter.Line(sheet.Reference ?? "", Theme.Label), Theme.PageWidth - Edge, 48);
        top += 14;
        for (var part = 0; part < sheet.Parts.Count; part++)
        {
            var (title, size) = (CleanText.Line(sheet.Parts[part].Title), part == 0 ? 23f : 15f);
            var lines = typesetter.Lines(title, Theme.Title(size), Width);
            // A long title gives way to the code.
            lines = lines.Length > 2 ? typesetter.Lines(title, Theme.Title(size * 0.68f), Width) : lines;
            top = pen.Text(lines.Take(3), Edge, top) + 2;
            top = pen.Text(typesetter.Lines(CleanText.Line(sheet.Parts[part].Facts), Theme.Label with { Size = 10.5f, Leading = 15 }, Width).Take(2), Edge, top) + 10;
        }

        return top;
    }

    private static float Code(CodeSheet sheet, Pen pen, float top)
    {
        var left = (Theme.PageWidth - CodeSide) / 2;
        var step = CodeSide / sheet.Squares.Count;
        for (var row = 0; row < sheet.Squares.Count; row++)
        {
            var line = sheet.Squares[row];
            for (var from = 0; from < line.Count; from++)
            {
                var to = from;
                while (to < line.Count && line[to])
                {
                    to++;
                }

                if (to > from)
                {
                    // A hair more than its square, or a printer leaves white lines between the rows.
                    pen.Fill(new SKRect(left + (from * step), top + (row * step), left + (to * step), top + ((row + 1) * step) + 0.15f), SKColors.Black);
                    from = to;
                }
            }
        }

        pen.Link(new SKRect(left, top, left + CodeSide, top + CodeSide), sheet.Href);
        return top + CodeSide + 2;
    }

    private static float Address(CodeSheet sheet, Typesetter typesetter, Pen pen, float top)
    {
        var size = AddressSize;
        var line = typesetter.Line(sheet.Address, Large(size));
        while (line.Width > Width && size > SmallestAddress)
        {
            line = typesetter.Line(sheet.Address, Large(--size));
        }

        pen.Text(line, (Theme.PageWidth - line.Width) / 2, top);
        return top + line.Height + 20;
    }

    private static void Foot(CodeSheet sheet, Typesetter typesetter, Pen pen, float top)
    {
        var column = (Width - (Gap * (sheet.Parts.Count - 1))) / sheet.Parts.Count;
        for (var part = 0; part < sheet.Parts.Count; part++)
        {
            var left = Edge + (part * (column + Gap));
            pen.Rule(left, left + column, top, 1.6f, Theme.Accent);
            var below = pen.Text(typesetter.Lines(CleanText.Line(sheet.Parts[part].Call), Theme.Title(15), column), left, top + 10) + 6;
            foreach (var line in sheet.Parts[part].Lines)
            {
                below = pen.Text(typesetter.Lines(CleanText.Line(line), Theme.Body with { Size = 11, Leading = 16 }, column), left, below) + 5;
            }
        }
    }

    private static TextStyle Large(float size) => Theme.Strong with { Size = size, Leading = size * 1.3f };

    private static SKDocumentPdfMetadata Metadata(CodeSheet sheet, DateTime created) => new()
    {
        Title = CleanText.Line(sheet.Parts[0].Title),
        Author = CleanText.Line(sheet.Organisation),
        Subject = CleanText.Line(sheet.Reference ?? ""),
        Creator = "TechAssist",
        Creation = created,
        Modified = created,
        PdfA = true,
        EncodingQuality = 101,
        RasterDpi = SKDocument.DefaultRasterDpi,
    };
}
