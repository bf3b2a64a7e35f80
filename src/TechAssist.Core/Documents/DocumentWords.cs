using System.Globalization;
using TechAssist.Core.Clock;
using TechAssist.Core.EndOfMission.Translating;
using TechAssist.Core.Requests;
using TechAssist.Reports;

namespace TechAssist.Core.Documents;

/// <summary>The fixed words of a document, and how its language writes days, times and figures.</summary>
/// <param name="language">"fr" or "en".</param>
/// <param name="texts">What whoever runs the portal replaced of them; null for the shipped words.</param>
public sealed class DocumentWords(string language, DocumentTexts? texts = null)
{
    public string Language => language;

    public bool IsFrench => language == "fr";

    public CultureInfo Culture { get; } = Languages.Culture(language);

    public DocumentLanguage DocumentLanguage => IsFrench ? DocumentLanguage.French : DocumentLanguage.English;

    /// <summary>A resource under <c>Document.</c>.</summary>
    public string this[string key] => texts?.Find(key, language) ?? Messages.Text(DocumentTexts.Prefix + key, language);

    public string Text(string key, params ReadOnlySpan<object?> arguments) => texts?.Find(key, language) is { } own
        ? string.Format(Culture, own, arguments)
        : Messages.Text(DocumentTexts.Prefix + key, language, arguments);

    /// <summary>The same words in the other language.</summary>
    public DocumentWords In(string other) => new(other, texts);

    /// <summary>"13 expert days", "1 expert day"; in French nothing is singular too.</summary>
    public string Days(int days) => Text(days == 1 || (IsFrench && days == 0) ? "Day" : "Days", days);

    /// <summary>The word for a value of an enumeration: <c>Document.TermsMethod.Remote</c>.</summary>
    public string Name(Enum value) => this[$"{value.GetType().Name}.{value}"];

    /// <summary>The same; null where nothing is said.</summary>
    public string? Name<T>(T? value)
        where T : struct, Enum => value is { } known ? Name((Enum)known) : null;

    /// <summary>What people wrote, in this language; where it was written in the other one only, it says so.</summary>
    public RichText Of(LangText text)
    {
        var here = IsFrench ? text.Fr : text.En;
        var words = text.In(language);
        return words.Length == 0 || !string.IsNullOrWhiteSpace(here) ? words : [Inline.Italic(this["OtherLanguageOnly"] + " "), words];
    }

    /// <summary>Typed text as blocks; says where it was written in the other language only, and where there is none.</summary>
    public IEnumerable<Block> Blocks(LangText text) => [.. OtherLanguageNote(text), .. Blocks(text.In(language))];

    public IEnumerable<Block> Blocks(string? text) => string.IsNullOrWhiteSpace(text) ? [NotGiven()] : TypedText.ToBlocks(text);

    /// <summary>The same for text in limited Markdown.</summary>
    public IEnumerable<Block> Markdown(LangText text) => [.. OtherLanguageNote(text), .. Markdown(text.In(language))];

    public IEnumerable<Block> Markdown(string? text) => string.IsNullOrWhiteSpace(text) ? [NotGiven()] : MarkdownBlocks.Of(text);

    /// <summary>Says whose words these are, where they are not the authors' own.</summary>
    public IEnumerable<Block> Note(Wording wording) => wording == Wording.Original ? [] : [new Callout(this[$"Report.{wording}"])];

    public static RichText OrDash(string? text) => string.IsNullOrWhiteSpace(text) ? "–" : text.Trim();

    /// <summary>"2 juin 2031", "1er juin 2031": day and month stay on one line.</summary>
    public string Day(DateOnly day) =>
        $"{(IsFrench && day.Day == 1 ? "1er" : day.Day.ToString(Culture))}\u00A0{day.ToString("MMMM yyyy", Culture)}";

    public string Day(DateOnly? day) => day is { } known ? Day(known) : "–";

    /// <summary>For table cells: 02.06.2031 in French, 2 Jun 2031 in English.</summary>
    public string ShortDay(DateOnly? day) => day?.ToString(IsFrench ? "dd.MM.yyyy" : "d MMM yyyy", Culture) ?? "–";

    public string Span(Period period) => (period.From, period.To) switch
    {
        ({ } from, { } to) when from == to => ShortDay(from),
        ({ } from, { } to) => $"{ShortDay(from)} – {ShortDay(to)}",
        var (from, to) => ShortDay(from ?? to),
    };

    /// <summary>"mercredi 14 mai 2031 à 18 h 00 (Africa/Dakar, UTC+0)": a limit never goes without its zone.</summary>
    public string Limit(DateTime instant, WorkingCalendar calendar)
    {
        var local = calendar.ToLocal(instant);
        var offset = calendar.Zone.GetUtcOffset(instant);
        var zone = $"{calendar.Zone.Id}, UTC{(offset < TimeSpan.Zero ? "−" : "+")}{offset.ToString(offset.Minutes == 0 ? "%h" : "h\\:mm", CultureInfo.InvariantCulture)}";
        return Text("Limit", local.ToString(IsFrench ? "dddd d MMMM yyyy" : "dddd d MMMM yyyy", Culture), local.ToString(IsFrench ? "H\u00A0'h'\u00A0mm" : "HH:mm", Culture), zone);
    }

    public string Amount(decimal amount) => amount.ToString("N0", Culture);

    /// <summary>The name of a language by its two letters; the letters where we have no name.</summary>
    public string LanguageName(string? code) =>
        code is not null && Messages.All.Has("Document.Language." + code) ? this["Language." + code] : code?.ToUpperInvariant() ?? "–";

    public string LanguageNames(IEnumerable<string> codes) => string.Join(", ", codes.Select(LanguageName));

    private Paragraph NotGiven() => new(Inline.Italic(this["NotGiven"]));

    private IEnumerable<Block> OtherLanguageNote(LangText text) =>
        text.IsEmpty || !string.IsNullOrWhiteSpace(IsFrench ? text.Fr : text.En) ? [] : [new Paragraph(Inline.Italic(this["OtherLanguageOnly"]))];
}
