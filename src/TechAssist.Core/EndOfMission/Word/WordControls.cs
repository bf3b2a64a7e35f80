using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Check = DocumentFormat.OpenXml.Office2010.Word;

namespace TechAssist.Core.EndOfMission.Word;

/// <summary>Content controls: each carries the path of its field as tag, so that its text finds its place again.</summary>
internal sealed class WordControls(WordForm form)
{
    private const string Ticked = "☒";
    private const string Empty = "☐";

    private int last;

    /// <summary>A long text; <paramref name="content"/> is empty where nothing is written yet.</summary>
    public SdtBlock Text(WordTextPart part, IReadOnlyList<OpenXmlElement> content)
    {
        var properties = Properties(part.Path, part.Label);
        if (content.Count > 0)
        {
            // LibreOffice 7 makes plain text of the first paragraph in a control: that one is empty, so that the text keeps its formatting.
            return new SdtBlock(properties, new SdtContentBlock([new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Gap" })), .. content]));
        }

        properties.Append(new ShowingPlaceholder());
        return new SdtBlock(properties, new SdtContentBlock(new Paragraph(WordPieces.Run(part.Hint, [Grey()]))));
    }

    /// <summary>What is there to read only.</summary>
    public SdtBlock Fixed(string name, IReadOnlyList<OpenXmlElement> content)
    {
        var properties = Properties("form." + name, "");
        properties.Append(new DocumentFormat.OpenXml.Wordprocessing.Lock { Val = LockingValues.SdtContentLocked });
        return new SdtBlock(properties, new SdtContentBlock(content));
    }

    /// <param name="value">As the content holds it; empty where nothing is written.</param>
    public SdtRun Field(string path, WordField field, string value)
    {
        var (text, kind) = field.Kind switch
        {
            WordKind.Day => (Day(value), (OpenXmlElement?)DayPicker(value)),
            WordKind.Choice => (field.Options.FirstOrDefault(option => option.Value == value)?.Label ?? value, Choices(field)),
            WordKind.Flag => (value == "true" ? Ticked : Empty, Box(value == "true")),
            WordKind.Amount => (value.Replace('.', form.Language == "fr" ? ',' : '.'), new SdtContentText()),
            WordKind.Number => (value, new SdtContentText()),
            // Not a plain-text control: LibreOffice 7 loses the line breaks of one.
            _ => (value, null),
        };
        var properties = Properties(path, field.Label);
        if (text.Length == 0)
        {
            properties.Append(new ShowingPlaceholder());
        }

        properties.Append(kind is null ? [] : [kind]);
        var run = text.Length == 0 ? WordPieces.Run(Hint(field.Kind), [Grey()]) : WordPieces.Run(text, []);
        return new SdtRun(properties, new SdtContentRun(run));
    }

    private SdtProperties Properties(string tag, string label)
    {
        var properties = new SdtProperties();
        properties.Append(label.Length == 0 ? [] : [new SdtAlias { Val = Short(label) }]);
        properties.Append(new Tag { Val = tag }, new SdtId { Val = 410_000_000 + ++last });
        return properties;
    }

    /// <summary>Word takes 64 letters; half a letter it does not take.</summary>
    private static string Short(string label) => label.Length <= 60 ? label : char.IsHighSurrogate(label[59]) ? label[..59] : label[..60];

    private string Hint(WordKind kind) => form.Own(kind switch { WordKind.Choice => "Hint.Choice", WordKind.Day => "Hint.Day", WordKind.Number or WordKind.Amount => "Hint.Number", _ => "Hint.Cell" });

    private string Day(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("d MMMM yyyy", form.Words.Culture) : "";

    private SdtContentDate DayPicker(string value)
    {
        var picker = new SdtContentDate(
            new DateFormat { Val = "d MMMM yyyy" }, new LanguageId { Val = form.Words.Culture.Name }, new SdtDateMappingType { Val = DateFormatValues.Date }, new DocumentFormat.OpenXml.Wordprocessing.Calendar { Val = CalendarValues.Gregorian });
        if (DateTime.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            picker.FullDate = day;
        }

        return picker;
    }

    private static SdtContentDropDownList Choices(WordField field) =>
        new(field.Options.DistinctBy(option => option.Value).Select(option => new ListItem { DisplayText = option.Label, Value = option.Value }));

    private static Check.SdtContentCheckBox Box(bool isTicked) => new(
        new Check.Checked { Val = isTicked ? Check.OnOffValues.One : Check.OnOffValues.Zero },
        new Check.CheckedState { Font = "MS Gothic", Val = "2612" },
        new Check.UncheckedState { Font = "MS Gothic", Val = "2610" });

    private static RunStyle Grey() => new() { Val = "PlaceholderText" };
}
