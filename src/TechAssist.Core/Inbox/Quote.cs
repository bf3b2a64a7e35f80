using System.Text.RegularExpressions;

namespace TechAssist.Core.Inbox;

/// <summary>Parts what somebody wrote from what the mail program put below it: the mail that is answered, and the signature. Answers
/// between the lines of a quote stay where they are.</summary>
public static partial class Quote
{
    /// <returns>The answer, and the rest word for word; an empty rest where there is none. Nothing is lost between them.</returns>
    public static (string Text, string Below) Part(string text)
    {
        var lines = text.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (StartsRest(lines, index))
            {
                return (Join(lines[..index]), Join(lines[index..]));
            }
        }

        return (text.Trim(), "");
    }

    private static bool StartsRest(string[] lines, int index)
    {
        var line = lines[index].Trim();
        return lines[index].TrimEnd('\r') is "-- " or "--"
            || Forwarded().IsMatch(line)
            || (HeaderFrom().IsMatch(line) && lines.Skip(index + 1).Take(5).Count(next => HeaderMore().IsMatch(next.Trim())) >= 2)
            || ((IsQuoted(line) || EndsAttribution(lines, index)) && OnlyQuotes(lines, index));
    }

    /// <summary>"On Monday, Awa wrote:", over one to three lines.</summary>
    private static bool EndsAttribution(string[] lines, int index) =>
        Enumerable.Range(1, 3).Any(count => index + count <= lines.Length && Attribution().IsMatch(string.Join(' ', lines[index..(index + count)].Select(line => line.Trim()))));

    /// <summary>After the attribution at this place, where there is one, nothing but quotes follows.</summary>
    private static bool OnlyQuotes(string[] lines, int index)
    {
        var rest = lines[index..].SkipWhile(line => !IsQuoted(line.Trim())).ToArray();
        // The attribution takes three lines at most, and an empty one.
        return rest.Length > 0 && lines.Length - index - rest.Length <= 4
            && rest.All(line => line.Trim() is var text && (text.Length == 0 || IsQuoted(text)));
    }

    private static bool IsQuoted(string line) => line.StartsWith('>');

    private static string Join(string[] lines) => string.Join('\n', lines).Trim();

    [GeneratedRegex(@"^(On|Le|El|Em|Am|Il)\b.{3,400}\b(wrote|a écrit|escribió|escreveu|schrieb|ha scritto)\s*:$", RegexOptions.IgnoreCase)]
    private static partial Regex Attribution();

    [GeneratedRegex(@"^(-{2,}\s*(Original Message|Message d['’]origine|Message original|Mensagem original|Mensaje original|Forwarded message|Message transféré)\s*-{2,}|_{20,})$", RegexOptions.IgnoreCase)]
    private static partial Regex Forwarded();

    [GeneratedRegex(@"^\*?(From|De|Von|Da)\s*:\*?\s*\S", RegexOptions.IgnoreCase)]
    private static partial Regex HeaderFrom();

    [GeneratedRegex(@"^\*?(Sent|Date|To|Cc|Subject|Envoyé|À|A|Objet|Enviado|Enviada|Para|Asunto|Assunto)( le)?\s*:\*?", RegexOptions.IgnoreCase)]
    private static partial Regex HeaderMore();
}
