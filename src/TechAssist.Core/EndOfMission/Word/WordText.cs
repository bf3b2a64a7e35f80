using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TechAssist.Core.EndOfMission.Word;

/// <summary>Reads the text of Word paragraphs: with tracked insertions, without tracked deletions; bold, italic and links.</summary>
internal sealed class WordText(MainDocumentPart main)
{
    private readonly Dictionary<string, Style> styles = main.StyleDefinitionsPart?.Styles?.Elements<Style>()
        .Where(style => style.StyleId?.Value is not null).DistinctBy(style => style.StyleId!.Value!).ToDictionary(style => style.StyleId!.Value!) ?? [];

    private readonly WordLists lists = new(main);

    /// <summary>Tracked insertions and deletions seen so far.</summary>
    public int TrackedCount { get; private set; }

    /// <summary>Pictures and other objects seen so far.</summary>
    public int PictureCount { get; private set; }

    /// <summary>Texts in boxes and notes, which stand outside the paragraphs.</summary>
    public List<string> Aside { get; } = [];

    public static bool IsDeleted(TableRow row) => row.TableRowProperties?.GetFirstChild<Deleted>() is not null;

    /// <summary>The paragraph goes on in the next one: its end was deleted.</summary>
    public static bool IsEndDeleted(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.GetFirstChild<Deleted>() is not null;

    /// <summary>1 to 9 for a paragraph that Word takes for a heading; 0 for any other.</summary>
    public int HeadingLevel(Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } own and < 9)
        {
            return own + 1;
        }

        var name = StyleName(paragraph);
        if (name == "title")
        {
            return 1;
        }

        return name.StartsWith("heading ", StringComparison.Ordinal) && int.TryParse(name.AsSpan(8), out var level) ? level : 0;
    }

    public TextLine Line(Paragraph paragraph)
    {
        var runs = Runs(paragraph);
        if (lists.Of(paragraph, StyleOf(paragraph)) is { } entry)
        {
            return new TextLine(entry.IsBullet ? LineKind.Bullet : LineKind.Number, runs, entry.Level, entry.IsBullet ? 1 : lists.Next(entry));
        }

        var name = StyleName(paragraph);
        var kind = name is "text heading" || HeadingLevel(paragraph) > 0 ? LineKind.Heading : name.Contains("quot", StringComparison.Ordinal) ? LineKind.Quote : LineKind.Paragraph;
        return new TextLine(kind, runs);
    }

    public string Plain(OpenXmlElement paragraph) => string.Concat(Runs(paragraph).Select(run => run.Text));

    private List<TextRun> Runs(OpenXmlElement paragraph)
    {
        var runs = new List<TextRun>();
        Read(paragraph, null, runs);
        return runs;
    }

    private void Read(OpenXmlElement element, string? href, List<TextRun> runs)
    {
        foreach (var child in element.ChildElements)
        {
            switch (child)
            {
                case Run run:
                    ReadRun(run, href, runs);
                    break;
                case InsertedRun or MoveToRun:
                    TrackedCount++;
                    Read(child, href, runs);
                    break;
                case DeletedRun or MoveFromRun:
                    TrackedCount++;
                    break;
                case Hyperlink link:
                    Read(link, LeadOf(link) ?? href, runs);
                    break;
                case SdtRun control:
                    // What a program shows in an empty control is no text.
                    if (control.SdtProperties?.GetFirstChild<ShowingPlaceholder>() is not { } placeholder || placeholder.Val is { Value: false })
                    {
                        Read(control.SdtContentRun ?? new SdtContentRun(), href, runs);
                    }

                    break;
                case ParagraphProperties or RunProperties:
                    break;
                default:
                    Read(child, href, runs);
                    break;
            }
        }
    }

    private void ReadRun(Run run, string? href, List<TextRun> runs)
    {
        var style = StyleNamed(run.RunProperties?.RunStyle?.Val?.Value);
        var look = new TextRun(
            "",
            run.RunProperties?.Bold is { } bold ? bold.Val is not { Value: false } : style.Contains("strong", StringComparison.Ordinal),
            run.RunProperties?.Italic is { } italic ? italic.Val is not { Value: false } : style.Contains("emphasis", StringComparison.Ordinal) && !style.Contains("strong", StringComparison.Ordinal),
            href);
        foreach (var child in run.ChildElements)
        {
            switch (child)
            {
                case Text text:
                    runs.Add(look with { Text = text.Text });
                    break;
                case Break or CarriageReturn:
                    runs.Add(look with { Text = "\n" });
                    break;
                case TabChar or PositionalTab:
                    runs.Add(look with { Text = " " });
                    break;
                case NoBreakHyphen:
                    runs.Add(look with { Text = "\u2011" });
                    break;
                case FootnoteReference note:
                    ReadNote(main.FootnotesPart?.Footnotes?.Elements<Footnote>().FirstOrDefault(known => known.Id?.Value == note.Id?.Value));
                    break;
                case EndnoteReference note:
                    ReadNote(main.EndnotesPart?.Endnotes?.Elements<Endnote>().FirstOrDefault(known => known.Id?.Value == note.Id?.Value));
                    break;
                case Drawing or Picture or EmbeddedObject or AlternateContent:
                    ReadObject(child);
                    break;
            }
        }
    }

    private void ReadNote(OpenXmlElement? note)
    {
        if (note is not null)
        {
            Aside.AddRange(note.Descendants<Paragraph>().Select(Plain).Where(text => !string.IsNullOrWhiteSpace(text)));
        }
    }

    private void ReadObject(OpenXmlElement element)
    {
        // A box is written twice, for newer and for older programs.
        var shown = element is AlternateContent both ? both.GetFirstChild<AlternateContentChoice>() ?? (OpenXmlElement?)both.GetFirstChild<AlternateContentFallback>() ?? both : element;
        List<string> texts = [.. shown.Descendants<TextBoxContent>().SelectMany(box => box.Descendants<Paragraph>()).Select(Plain).Where(text => !string.IsNullOrWhiteSpace(text))];
        Aside.AddRange(texts);
        PictureCount += texts.Count == 0 ? 1 : 0;
    }

    private string? LeadOf(Hyperlink link)
    {
        var address = main.HyperlinkRelationships.FirstOrDefault(known => known.Id == link.Id?.Value)?.Uri.OriginalString;
        return MarkdownPieces.MayLead(address) ? address : null;
    }

    private Style? StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } id ? styles.GetValueOrDefault(id) : null;

    private string StyleName(Paragraph paragraph) => StyleNamed(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value);

    private string StyleNamed(string? id) =>
        id is null ? "" : (styles.GetValueOrDefault(id)?.StyleName?.Val?.Value ?? id).ToLowerInvariant();
}

/// <summary>An entry of a list, as Word numbers it.</summary>
/// <param name="List">Its numbering.</param>
/// <param name="Count">Numberings of one definition count on together.</param>
/// <param name="Restarts">This numbering begins anew where it is first used.</param>
internal sealed record WordEntry(int List, int Count, int Level, bool IsBullet, int Start, bool Restarts);

/// <summary>Counts the entries of Word's lists.</summary>
internal sealed class WordLists(MainDocumentPart main)
{
    private readonly Numbering? numbering = main.NumberingDefinitionsPart?.Numbering;
    private readonly Dictionary<(int Count, int Level), int> counts = [];
    private readonly HashSet<(int List, int Level)> begun = [];

    /// <returns>Null for a paragraph outside any list.</returns>
    public WordEntry? Of(Paragraph paragraph, Style? style)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var styled = style?.StyleParagraphProperties?.NumberingProperties;
        var list = own?.NumberingId?.Val?.Value ?? styled?.NumberingId?.Val?.Value ?? 0;
        if (list == 0 || style?.StyleName?.Val?.Value?.StartsWith("heading", StringComparison.OrdinalIgnoreCase) == true)
        {
            return null;
        }

        var level = Math.Clamp(own?.NumberingLevelReference?.Val?.Value ?? styled?.NumberingLevelReference?.Val?.Value ?? 0, 0, 8);
        var instance = numbering?.Elements<NumberingInstance>().FirstOrDefault(known => known.NumberID?.Value == list);
        var given = instance?.Elements<LevelOverride>().FirstOrDefault(one => one.LevelIndex?.Value == level);
        var definition = given?.Level ?? numbering?.Elements<AbstractNum>()
            .FirstOrDefault(known => known.AbstractNumberId?.Value == instance?.AbstractNumId?.Val?.Value)?.Elements<Level>().FirstOrDefault(one => one.LevelIndex?.Value == level);
        var format = definition?.NumberingFormat?.Val?.Value;
        var start = given?.StartOverrideNumberingValue?.Val?.Value ?? definition?.StartNumberingValue?.Val?.Value ?? 1;
        return new WordEntry(list, instance?.AbstractNumId?.Val?.Value ?? -list, level, format is null || format == NumberFormatValues.Bullet || format == NumberFormatValues.None, start, given?.StartOverrideNumberingValue is not null);
    }

    public int Next(WordEntry entry)
    {
        foreach (var deeper in counts.Keys.Where(key => key.Count == entry.Count && key.Level > entry.Level).ToList())
        {
            counts.Remove(deeper);
        }

        var isNew = begun.Add((entry.List, entry.Level)) && entry.Restarts;
        return counts[(entry.Count, entry.Level)] = !isNew && counts.TryGetValue((entry.Count, entry.Level), out var last) ? last + 1 : entry.Start;
    }
}
