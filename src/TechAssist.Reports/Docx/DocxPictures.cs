using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using SkiaSharp;
using TechAssist.Reports.Charts;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace TechAssist.Reports.Docx;

/// <summary>Pictures of a part of a Word document, with their alternative texts.</summary>
internal sealed class DocxPictures(OpenXmlPart owner)
{
    private const int EmuPerPoint = 12_700;
    private const float TextWidth = DocxFrame.TextWidth / 20f;
    private const float TallestPicture = 600;

    private uint _count;

    public W.Run Add(Image image, int index)
    {
        using var picture = Reports.Picture.Read(image, index);
        return Add(picture.ToFile(), picture.ContentType, picture.Fit(TextWidth * (float)image.Width, TallestPicture), image.AltText);
    }

    /// <param name="logo">The issuer's mark; the issuer's name stands beside it.</param>
    /// <param name="organisation">The issuer.</param>
    public W.Run Add(Reports.Picture logo, string organisation) => Add(logo.ToFile(), logo.ContentType, logo.Fit(150, 34), organisation);

    public W.Run Add(Chart chart, Words words)
    {
        var (file, size) = ChartPng.Draw(chart, words, TextWidth);
        return Add(file, "image/png", size, chart.AltText);
    }

    private W.Run Add(byte[] file, string contentType, SKSize size, string alternative)
    {
        var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"rIdPicture{++_count}");
        var part = owner.AddNewPart<ImagePart>(contentType, id);
        using (var stream = new MemoryStream(file))
        {
            part.FeedData(stream);
        }

        return new W.Run(new W.Drawing(Inline(id, size, CleanText.Line(alternative))));
    }

    private DW.Inline Inline(string id, SKSize size, string alternative)
    {
        var (width, height) = ((long)(size.Width * EmuPerPoint), (long)(size.Height * EmuPerPoint));
        var name = id["rId".Length..];
        return new DW.Inline(
            new Extent { Cx = width, Cy = height },
            new DocProperties { Id = _count, Name = name, Description = alternative },
            new Graphic(new GraphicData(new P.Picture(
                new P.NonVisualPictureProperties(
                    new P.NonVisualDrawingProperties { Id = _count, Name = name, Description = alternative },
                    new P.NonVisualPictureDrawingProperties()),
                new P.BlipFill(new Blip { Embed = id }, new Stretch(new FillRectangle())),
                new P.ShapeProperties(
                    new Transform2D(new Offset { X = 0, Y = 0 }, new Extents { Cx = width, Cy = height }),
                    new PresetGeometry(new AdjustValueList()) { Preset = ShapeTypeValues.Rectangle })))
            {
                Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
            }))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        };
    }
}
