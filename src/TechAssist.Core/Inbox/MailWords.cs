using System.Globalization;
using System.Text;
using MimeKit;
using MimeKit.Text;

namespace TechAssist.Core.Inbox;

/// <summary>The words of a mail, as text.</summary>
internal static class MailWords
{
    /// <summary>From its plain part where it has one; from its HTML otherwise. What is quoted begins with <c>&gt;</c> in both.</summary>
    public static string TextOf(MimeMessage message)
    {
        var flowed = message.GetTextBody(TextFormat.Flowed);
        var text = flowed is not null ? new FlowedToText().Convert(flowed)
            : message.TextBody is { } plain && !string.IsNullOrWhiteSpace(plain) ? plain
            : message.HtmlBody is { } html ? HtmlText.Of(html) : "";
        return Clean(text).Trim();
    }

    /// <summary>Without what no database keeps or what disguises text; lines end in one way.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        // Halves of surrogate pairs come out as the replacement character.
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control)
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }
}
