using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TechAssist.Core.EndOfMission.Word;

/// <summary>Reads a filled-in form. A content control says by its tag what it holds; where controls were lost, the headings do. What
/// stands in no field is kept apart. Pure.</summary>
internal sealed class WordReader
{
    private readonly WordPlaces places;
    private readonly WordForm form;
    private readonly WordText text;
    private readonly WordTables tables;
    private readonly WordRaw raw = new();
    private readonly Dictionary<string, List<TextPiece>> found = [];

    private WordTextPart? place;
    private WordRowsPart? rows;
    private string? inside;
    private Paragraph? carried;

    private WordReader(WordForm form, WordprocessingDocument document)
    {
        this.form = form;
        text = new WordText(document.MainDocumentPart!);
        places = new WordPlaces(form, WordMark.Read(document)?.Head ?? "");
        tables = new WordTables(form, text, raw);
    }

    public static WordRaw Read(WordForm form, WordprocessingDocument document)
    {
        var main = document.MainDocumentPart!;
        var reader = new WordReader(form, document);
        reader.Walk(main.Document?.Body ?? new Body());
        return reader.End(main);
    }

    private WordRaw End(MainDocumentPart main)
    {
        foreach (var (path, pieces) in found)
        {
            raw.Texts[path] = MarkdownText.Of([.. pieces.Select(piece => piece is TextLine line ? line with { Runs = form.WithoutHint(line.Runs) } : piece)]);
        }

        raw.Loose.AddRange(text.Aside.Select(aside => new LooseText(places.Section, aside)));
        raw.Remarks.AddRange(main.WordprocessingCommentsPart?.Comments?.Elements<Comment>()
            .Select(remark => new WordRemark(remark.Author?.Value ?? "", string.Join('\n', remark.Descendants<Paragraph>().Select(text.Plain)).Trim())).Where(remark => remark.Text.Length > 0) ?? []);
        raw.Notes.AddRange(text.TrackedCount > 0 ? [new WordNote("tracked")] : []);
        raw.Notes.AddRange(text.PictureCount > 0 ? [new WordNote("pictures")] : []);
        return raw;
    }

    private void Walk(OpenXmlElement container)
    {
        foreach (var child in container.ChildElements)
        {
            switch (child)
            {
                case Paragraph paragraph:
                    Read(paragraph);
                    break;
                case Table table:
                    Read(table);
                    break;
                case SdtBlock control:
                    Enter(control);
                    break;
                case SectionProperties or SdtProperties:
                    break;
                default:
                    Walk(child);
                    break;
            }
        }
    }

    private void Enter(SdtBlock control)
    {
        var tag = control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value;
        if (tag?.StartsWith("form.", StringComparison.Ordinal) == true)
        {
            return;
        }

        if (inside is not null || places.TextAt(tag) is not { } part)
        {
            Walk(control.SdtContentBlock ?? new SdtContentBlock());
            return;
        }

        Stand(part);
        if (control.SdtProperties?.GetFirstChild<ShowingPlaceholder>() is { } hint && hint.Val is not { Value: false })
        {
            return;
        }

        inside = part.Path;
        Walk(control.SdtContentBlock ?? new SdtContentBlock());
        inside = null;
    }

    /// <summary>From here on, text belongs to this place.</summary>
    private void Stand(WordTextPart part)
    {
        (place, rows) = (part, null);
        places.Section = places.SectionOf(part);
        found.TryAdd(part.Path, []);
    }

    private void Read(Paragraph paragraph)
    {
        paragraph = Joined(paragraph);
        if (WordText.IsEndDeleted(paragraph))
        {
            carried = paragraph;
            return;
        }

        if (inside is not null)
        {
            found[inside].Add(text.Line(paragraph));
            return;
        }

        // Some programs turn the control of a paragraph into one inside it.
        if (places.TextAt(paragraph.Descendants<SdtRun>().Select(TagOf).FirstOrDefault()) is { } tagged)
        {
            Stand(tagged);
            found[tagged.Path].Add(text.Line(paragraph));
            return;
        }

        var words = text.Plain(paragraph).Trim();
        if (words.Length == 0)
        {
            return;
        }

        if (IsAnchor(words, text.HeadingLevel(paragraph)) || places.IsOwn(words))
        {
            return;
        }

        if (text.HeadingLevel(paragraph) > 0 || place is null)
        {
            (place, rows) = (null, null);
            raw.Loose.Add(new LooseText(places.Section, words));
            return;
        }

        found[place.Path].Add(text.Line(paragraph));
    }

    private Paragraph Joined(Paragraph paragraph)
    {
        if (carried is null)
        {
            return paragraph;
        }

        var joined = (Paragraph)paragraph.CloneNode(deep: true);
        var first = joined.ParagraphProperties is { } properties ? joined.ChildElements.ToList().IndexOf(properties) + 1 : 0;
        foreach (var child in carried.ChildElements.Where(child => child is not ParagraphProperties).Reverse())
        {
            joined.InsertAt(child.CloneNode(deep: true), first);
        }

        carried = null;
        return joined;
    }

    /// <summary>A heading of the form: says where the text after it belongs.</summary>
    private bool IsAnchor(string words, int level)
    {
        if (places.SectionNamed(words, isHeading: level > 0) is { } section)
        {
            places.Section = section.Number;
            (place, rows) = (null, null);
            Turn(section.Parts.FirstOrDefault(section.Names));
            return true;
        }

        if (places.PartNamed(words) is not { } part)
        {
            return false;
        }

        Turn(part);
        return true;
    }

    private void Turn(WordPart? part)
    {
        rows = part as WordRowsPart;
        place = part as WordTextPart;
        if (place is not null)
        {
            found.TryAdd(place.Path, []);
        }
    }

    private void Read(Table table)
    {
        if (inside is not null)
        {
            found[inside].Add(tables.Grid(table));
        }
        else if (tables.Read(table, rows))
        {
            place = null;
        }
        else if (place is not null)
        {
            found[place.Path].Add(tables.Grid(table));
        }
        else
        {
            raw.Loose.Add(new LooseText(places.Section, MarkdownText.Of([tables.Grid(table)]) ?? ""));
        }
    }

    internal static string? TagOf(OpenXmlElement control) => control.GetFirstChild<SdtProperties>()?.GetFirstChild<Tag>()?.Val?.Value;
}
