namespace TechAssist.Reports.Html;

/// <summary>
/// Renders a document as one accessible page: language, landmarks, a hierarchy of headings, contents with links,
/// captions and header cells, alternative texts, a style for the printer. No script, nothing loaded from elsewhere.
/// </summary>
public static class HtmlRenderer
{
    private static readonly string Style = ReadStyle();

    /// <exception cref="BlockException">A picture is no picture, or a block cannot be rendered.</exception>
    public static string Render(Document document)
    {
        var words = Words.In(document.Language);
        var numbering = new Numbering(document);
        var html = new HtmlText(numbering);
        Head(html, document, words);
        html.Raw("<a class=\"skip\" href=\"#content\">").Text(words["SkipToContent"]).Line("</a>");
        if (document.Letter is null)
        {
            ReportHead(html, document, words);
            Contents(html, numbering, words);
            html.Line("<main id=\"content\">");
        }
        else
        {
            html.Line("<main id=\"content\" class=\"letter\">");
            LetterHead(html, document, document.Letter, words);
        }

        new HtmlBlocks(html, document, numbering, words).Write();
        if (document.Letter is not null)
        {
            HtmlBlocks.Facts(html, document.Letter.LetterFoot(words));
        }

        html.Line("</main>");
        html.Raw("<footer><p>").Text(Joined(document.Organisation, document.Reference, document.Confidentiality)).Line("</p></footer>");
        return html.Line("</body>").Line("</html>").ToString();
    }

    private static void Head(HtmlText html, Document document, Words words)
    {
        html.Line("<!doctype html>").Line($"<html lang=\"{words.Culture.TwoLetterISOLanguageName}\">").Line("<head>");
        html.Line("<meta charset=\"utf-8\">").Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.Line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">");
        html.Raw("<title>").Text(document.Title).Line("</title>");
        html.Line($"<meta name=\"author\" content=\"{HtmlText.Attribute(document.Author ?? document.Organisation)}\">");
        html.Line("<style>").Raw(Style).Line("</style>").Line("</head>").Line("<body>");
    }

    private static void ReportHead(HtmlText html, Document document, Words words)
    {
        html.Line("<header>");
        Logo(html, document);
        html.Element("p", document.Organisation, "organisation").Element("p", document.Kind, "kind");
        html.Raw("<h1>").Text(document.Title).Line("</h1>").Element("p", document.Subtitle, "subtitle");
        HtmlBlocks.Facts(html, document.CoverRows(words));
        html.Line("</header>");
    }

    private static void Contents(HtmlText html, Numbering numbering, Words words)
    {
        var entries = numbering.Headings.Where(heading => heading.Heading.Level < 3).ToList();
        if (entries.Count == 0)
        {
            return;
        }

        html.Raw("<nav aria-labelledby=\"contents\"><h2 id=\"contents\">").Text(words.Contents).Line("</h2>").Line("<ol>");
        var depth = 1;
        foreach (var (entry, i) in entries.Select((entry, i) => (entry, i)))
        {
            // A document may start with a heading of level 2: then that is the first level of its contents.
            var level = i == 0 ? 1 : Math.Min(entry.Heading.Level, depth + 1);
            html.Raw(i == 0 ? string.Empty : level > depth ? "<ol>" : level < depth ? "</li></ol></li>" : "</li>");
            html.Raw($"<li><a href=\"#{entry.Anchor}\">");
            HtmlBlocks.HeadingText(html, entry);
            html.Line("</a>");
            depth = level;
        }

        html.Line(depth == 2 ? "</li></ol></li></ol></nav>" : "</li></ol></nav>");
    }

    private static void LetterHead(HtmlText html, Document document, Letter letter, Words words)
    {
        Logo(html, document);
        html.Element("p", document.Organisation, "organisation").Line("<div class=\"sides\">");
        html.Element("address", string.Join('\n', letter.Sender)).Element("address", string.Join('\n', letter.Recipient)).Line("</div>");
        html.Element("p", words.PlaceAndDay(letter.Place, document.IssuedOn), "day");
        HtmlBlocks.Facts(html, document.LetterRows(words));
        html.Raw("<h1>").Text(words.Label(words["Subject"])).Raw(" ").Text(document.Title).Line("</h1>");
    }

    /// <summary>The issuer's name follows it in words.</summary>
    private static void Logo(HtmlText html, Document document)
    {
        using var logo = Picture.Logo(document);
        if (logo is not null)
        {
            html.Line($"<img class=\"logo\" src=\"data:{logo.ContentType};base64,{Convert.ToBase64String(logo.ToFile())}\" alt=\"\">");
        }
    }

    private static string Joined(params string?[] parts) => string.Join(" · ", parts.OfType<string>());

    private static string ReadStyle()
    {
        using var stream = typeof(HtmlRenderer).Assembly.GetManifestResourceStream("document.css")
            ?? throw new InvalidOperationException("The style sheet document.css is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
