using System.Text;
using System.Text.RegularExpressions;
using MimeKit.Text;

namespace TechAssist.Core.Inbox;

/// <summary>HTML of a mail as text: paragraphs become lines, quotes begin with <c>&gt;</c>; nothing else of it is kept.</summary>
public static partial class HtmlText
{
    private static readonly HtmlTagId[] Unread = [HtmlTagId.Script, HtmlTagId.Style, HtmlTagId.Head, HtmlTagId.Title];

    private static readonly HtmlTagId[] Lines =
        [HtmlTagId.P, HtmlTagId.Div, HtmlTagId.TR, HtmlTagId.Table, HtmlTagId.UL, HtmlTagId.OL, HtmlTagId.LI, HtmlTagId.H1, HtmlTagId.H2, HtmlTagId.H3, HtmlTagId.Pre, HtmlTagId.BlockQuote];

    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length);
        var tokenizer = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true };
        var (quoted, unread) = (0, 0);
        while (tokenizer.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken tag)
            {
                unread = Math.Max(0, unread + (Unread.Contains(tag.Id) && !tag.IsEmptyElement ? (tag.IsEndTag ? -1 : 1) : 0));
                if (tag.Id == HtmlTagId.Br || Lines.Contains(tag.Id))
                {
                    text.Append('\n');
                }

                if (tag.Id == HtmlTagId.BlockQuote)
                {
                    quoted = Math.Max(0, quoted + (tag.IsEndTag ? -1 : 1));
                }
            }
            else if (token is HtmlDataToken data && unread == 0 && token.Kind is HtmlTokenKind.Data or HtmlTokenKind.CData)
            {
                Append(text, Spaces().Replace(((HtmlDataToken)token).Data, " "), quoted);
            }
        }

        return EmptyLines().Replace(text.ToString(), "\n\n").Trim();
    }

    private static void Append(StringBuilder text, string words, int quoted)
    {
        var isNewLine = text.Length == 0 || text[^1] == '\n';
        if (isNewLine && string.IsNullOrWhiteSpace(words))
        {
            return;
        }

        if (isNewLine && quoted > 0)
        {
            text.Append('>', quoted).Append(' ');
        }

        text.Append(isNewLine ? words.TrimStart() : words);
    }

    [GeneratedRegex(@"[\s\u00A0]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n\s*\n\s*")]
    private static partial Regex EmptyLines();
}
