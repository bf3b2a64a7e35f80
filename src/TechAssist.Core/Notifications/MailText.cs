using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace TechAssist.Core.Notifications;

/// <summary>The words of one mail: <c>Mail.(template).Subject</c> and <c>.Body</c> in the reader's language with the values set in.
/// In a body each line is a paragraph, and <c>[words]({link})</c> is the link to the portal. A line that names a value which
/// this mail does not have is left out.</summary>
public sealed partial record MailText(string Subject, string Plain, string Html)
{
    /// <summary>The value that says how a mail can be answered: empty for not at all.</summary>
    internal const string Answers = "answers";

    /// <summary>Whoever works on the case reads the answer.</summary>
    internal const string AnswersCase = "Case";

    /// <summary>The secretariat alone reads it.</summary>
    internal const string AnswersInternal = "Internal";

    /// <summary>The reader has no part in the messages of the case: the secretariat gets the answer, and sorts it.</summary>
    internal const string AnswersSecretariat = "Secretariat";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <exception cref="InvalidOperationException">There is no such template: the mail stays in the outbox with this error.</exception>
    /// <param name="parts">The mails that a common one carries.</param>
    public static MailText Of(string template, string language, IReadOnlyDictionary<string, string> values, params IReadOnlyList<MailPart> parts)
    {
        if (!Messages.All.Has($"Mail.{template}.Subject"))
        {
            throw new InvalidOperationException($"There is no mail template '{template}'.");
        }

        var reference = values.GetValueOrDefault("reference");
        var subject = Fill(Messages.Text($"Mail.{template}.Subject", language), values);
        subject = string.IsNullOrEmpty(reference) ? subject : $"[{reference}] {subject}";
        List<string> lines =
        [
            .. Lines("Mail.Greeting", language, values), .. Lines($"Mail.{template}.Body", language, values),
            .. parts.SelectMany(part => LinesOf(part, language)), .. Lines("Mail.Closing", language, values),
        ];
        var footer = Lines(FooterOf(reference, values.GetValueOrDefault(Answers)), language, values);
        return new MailText(subject, PlainOf(lines, footer), HtmlOf(subject, lines, footer, language));
    }

    private static string FooterOf(string? reference, string? answers) => (reference, answers) switch
    {
        (null or "", _) => "Mail.FooterAccount",
        (_, AnswersInternal) => "Mail.FooterAnswerInternal",
        (_, AnswersSecretariat) => "Mail.FooterAnswerSecretariat",
        (_, AnswersCase) => "Mail.FooterAnswer",
        _ => "Mail.FooterCase",
    };

    /// <summary>What a mail is about, without the reference of its case.</summary>
    public static string SubjectOf(string template, string language, IReadOnlyDictionary<string, string> values) =>
        Fill(Messages.Text($"Mail.{template}.Subject", language), values);

    /// <summary>Of the values of a mail those that its subject names, and its case.</summary>
    internal static Dictionary<string, string> ValuesOfSubject(string template, IReadOnlyDictionary<string, string> values)
    {
        var named = PlacesIn(Messages.Text($"Mail.{template}.Subject", "fr") + Messages.Text($"Mail.{template}.Subject", "en")).Append("reference").Append("title").ToHashSet();
        return values.Where(value => named.Contains(value.Key)).ToDictionary();
    }

    /// <summary>One of several: what it is about, and the way to it.</summary>
    private static IEnumerable<string> LinesOf(MailPart part, string language)
    {
        var what = SubjectOf(part.Template, language, part.Values);
        yield return part.Values.GetValueOrDefault("reference") is { Length: > 0 } reference ? $"{reference} – {what}" : what;
        foreach (var line in Lines(part.Values.GetValueOrDefault("due") is { Length: > 0 } ? "Mail.digest.PartDue" : "Mail.digest.Part", language, part.Values))
        {
            yield return line;
        }
    }

    private static List<string> Lines(string key, string language, IReadOnlyDictionary<string, string> values) =>
    [
        .. Messages.Text(key, language).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => Value().Matches(line).All(match => !string.IsNullOrWhiteSpace(values.GetValueOrDefault(match.Groups[1].Value))))
            .Select(line => Fill(line, values)),
    ];

    internal static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Value().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value)?.ReplaceLineEndings(" ") ?? "").Trim();

    /// <summary>The names of the values a text asks for.</summary>
    internal static IEnumerable<string> PlacesIn(string text) => Value().Matches(text).Select(match => match.Groups[1].Value);

    private static string PlainOf(IEnumerable<string> lines, IEnumerable<string> footer)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(Link().Match(line) is { Success: true } link ? $"{link.Groups[1].Value}\n{link.Groups[2].Value}" : line).Append("\n\n");
        }

        // What follows "-- " is the signature to mail programs, which set it apart.
        return text.Append("-- \n").AppendJoin('\n', footer).Append('\n').ToString();
    }

    private static string HtmlOf(string subject, IEnumerable<string> lines, IEnumerable<string> footer, string language)
    {
        var html = new StringBuilder($"""
            <!doctype html>
            <html lang="{language}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encoder.Encode(subject)}</title></head>
            <body style="margin:0;padding:24px 16px;background:#fff;color:#1b1f24;font:16px/1.5 system-ui,'Segoe UI',Roboto,Arial,sans-serif">
            <div style="max-width:36em;margin:0 auto">

            """);
        var isFirst = true;
        foreach (var line in lines)
        {
            var link = Link().Match(line);
            html.Append(link.Success ? LinkOf(link.Groups[1].Value, link.Groups[2].Value, isFirst) : $"<p style=\"margin:0 0 16px\">{Encoder.Encode(line)}</p>\n");
            isFirst &= !link.Success;
        }

        html.Append("<p style=\"margin:32px 0 0;padding-top:12px;border-top:1px solid #c9d1d9;color:#57606a;font-size:14px\">");
        return html.AppendJoin("<br>\n", footer.Select(Encoder.Encode)).Append("</p>\n</div>\n</body>\n</html>\n").ToString();
    }

    /// <summary>The first link is what the mail is for: a button. Others are links.</summary>
    private static string LinkOf(string words, string address, bool isButton)
    {
        var (around, look) = isButton
            ? ("24px 0", "display:inline-block;padding:10px 18px;border-radius:4px;background:#0b4a6f;color:#fff;text-decoration:none;font-weight:600")
            : ("0 0 16px", "color:#0b4a6f");
        return $"<p style=\"margin:{around}\"><a href=\"{Encoder.Encode(address)}\" style=\"{look}\">{Encoder.Encode(words)}</a></p>\n";
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Value();

    [GeneratedRegex(@"^\[(.+)\]\((\S+)\)$")]
    private static partial Regex Link();
}

/// <summary>One of the mails that a common one carries.</summary>
public sealed record MailPart(string Template, IReadOnlyDictionary<string, string> Values);
