using System.Globalization;
using TechAssist.Reports.Charts;

namespace TechAssist.Reports.Html;

/// <summary>Writes the blocks of a document as markup.</summary>
internal sealed class HtmlBlocks(HtmlText html, Document document, Numbering numbering, Words words)
{
    // The title is the only h1; a heading never skips a level below the one before it.
    private readonly int _top = document.Blocks.OfType<Heading>().Select(heading => heading.Level).DefaultIfEmpty(1).Min();
    private int _level = 1;

    public void Write()
    {
        for (var index = 0; index < document.Blocks.Count; index++)
        {
            Write(document.Blocks[index], index);
        }
    }

    public static void HeadingText(HtmlText html, NumberedHeading heading)
    {
        html.Raw(heading.Number is null ? string.Empty : $"<span class=\"number\">{heading.Number}</span> ").Text(heading.Text);
    }

    public static void Facts(HtmlText html, IReadOnlyList<Fact> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        html.Line("<dl>");
        foreach (var row in rows)
        {
            html.Raw("<div><dt>").Text(row.Label).Raw("</dt><dd>").Text(row.Value).Line("</dd></div>");
        }

        html.Line("</dl>");
    }

    private void Write(Block block, int index)
    {
        switch (block)
        {
            case Heading heading:
                Heading(heading, index);
                break;
            case Paragraph paragraph:
                html.Element("p", paragraph.Text);
                break;
            case ListBlock list:
                List(list);
                break;
            case Table table:
                Table(table, index);
                break;
            case Facts facts:
                Facts(html, facts.Rows);
                break;
            case Image image:
                Figure(image, index);
                break;
            case Chart chart:
                Figure(chart, index);
                break;
            case Callout callout:
                html.Line("<div class=\"note\" role=\"note\">").Element("p", callout.Title, "note-title").Element("p", callout.Text).Line("</div>");
                break;
            case Quote quote:
                html.Raw("<figure class=\"quote\"><blockquote>").Element("p", quote.Text).Raw("</blockquote>");
                html.Element("figcaption", quote.Source).Line("</figure>");
                break;
            case PageBreak:
                html.Line("<div class=\"break\"></div>");
                break;
            case Certificate certificate:
                Certificate(certificate);
                break;
            case Signature signature:
                Signatures(signature);
                break;
            default:
                throw new BlockException(index, block, "the HTML renderer does not know this kind of block.");
        }
    }

    private void Heading(Heading heading, int index)
    {
        var numbered = numbering.Heading(index);
        _level = Math.Min(heading.Level - _top + 2, _level + 1);
        html.Raw($"<h{_level} id=\"{numbered.Anchor}\">");
        HeadingText(html, numbered);
        html.Line($"</h{_level}>");
    }

    private void List(ListBlock list)
    {
        var tag = list is NumberedList ? "ol" : "ul";
        html.Line($"<{tag}>");
        foreach (var item in list.Items)
        {
            html.Raw("<li>").Text(item.Text);
            if (item.Nested is not null)
            {
                List(item.Nested);
            }

            html.Line("</li>");
        }

        html.Line($"</{tag}>");
    }

    private void Table(Table table, int index)
    {
        var id = $"t{index}";
        var name = table.Caption is null ? $"aria-label=\"{words["Table"]}\"" : $"aria-labelledby=\"{id}\"";
        Grid(table, name, id, index);
    }

    private void Grid(Table table, string name, string? id, int index)
    {
        html.Line($"<div class=\"scroll\" role=\"region\" {name} tabindex=\"0\">");
        html.Line("<table>");
        if (table.Caption is not null)
        {
            html.Raw($"<caption id=\"{id}\"><b>").Text(words.Numbered("Table", numbering.Caption(index))).Raw("</b> ").Text(table.Caption).Line("</caption>");
        }

        html.Raw("<thead><tr>");
        foreach (var column in table.Columns)
        {
            html.Raw($"<th scope=\"col\"{Align(column)}>").Text(column.Header).Raw("</th>");
        }

        html.Line("</tr></thead>").Line("<tbody>");
        foreach (var row in table.Rows)
        {
            Row(table, row);
        }

        if (table.Rows.Count == 0)
        {
            html.Raw($"<tr><td colspan=\"{table.Columns.Count}\"><em>").Text(words["NoRows"]).Line("</em></td></tr>");
        }

        html.Line("</tbody></table></div>");
    }

    private void Row(Table table, IReadOnlyList<RichText> row)
    {
        html.Raw("<tr>");
        for (var column = 0; column < row.Count; column++)
        {
            var names = column == 0 && table.FirstColumnNamesRow;
            html.Raw(names ? $"<th scope=\"row\"{Align(table.Columns[column])}>" : $"<td{Align(table.Columns[column])}>");
            html.Text(row[column]).Raw(names ? "</th>" : "</td>");
        }

        html.Line("</tr>");
    }

    private static string Align(TableColumn column) => column.Alignment switch
    {
        Alignment.Start => string.Empty,
        Alignment.Centre => " class=\"centre\"",
        Alignment.End => " class=\"end\"",
        _ => throw new InvalidOperationException($"Unknown alignment {column.Alignment}."),
    };

    private void Figure(Image image, int index)
    {
        using var picture = Picture.Read(image, index);
        var width = (image.Width * 100).ToString("0.#", CultureInfo.InvariantCulture);
        html.Raw($"<figure><img src=\"data:{picture.ContentType};base64,{Convert.ToBase64String(picture.ToFile())}\"");
        html.Raw($" width=\"{picture.Width}\" height=\"{picture.Height}\" style=\"width:{width}%\" alt=\"{HtmlText.Attribute(image.AltText)}\">");
        if (image.Caption is not null)
        {
            html.Raw("<figcaption><b>").Text(words.Numbered("Figure", numbering.Caption(index))).Raw("</b> ").Text(image.Caption).Raw("</figcaption>");
        }

        html.Line("</figure>");
    }

    private void Figure(Chart chart, int index)
    {
        html.Raw("<figure>").Line(ChartSvg.Render(chart, document.Language, $"c{index}"));
        html.Raw("<figcaption><b>").Text(words.Numbered("Figure", numbering.Caption(index))).Raw("</b> ").Text(chart.Caption).Raw("</figcaption>");
        if (chart.HasValues)
        {
            html.Raw("<details><summary>").Text(words["ChartNumbers"]).Line("</summary>");
            Grid(ChartSvg.Numbers(chart, document.Language), $"aria-label=\"{HtmlText.Attribute(chart.Caption.Plain)}\"", null, index);
            html.Raw("</details>");
        }

        html.Line("</figure>");
    }

    private void Certificate(Certificate certificate)
    {
        html.Raw($"<section class=\"certificate\" lang=\"{Words.In(certificate.Language).Culture.TwoLetterISOLanguageName}\">");
        html.Element("p", certificate.Issuer, "organisation").Element("p", certificate.Kind, "kind").Element("p", certificate.Above);
        html.Raw("<h2>").Text(certificate.Name).Line("</h2>").Element("p", certificate.Below).Element("p", certificate.Text);
        Facts(html, certificate.Facts);
        html.Element("p", certificate.IssuedAt);
        Signatures(new Signature(certificate.Signatories));
        html.Line("</section>").Line("<div class=\"break\"></div>");
    }

    private void Signatures(Signature signature)
    {
        html.Line("<div class=\"signatures\">");
        foreach (var who in signature.Signatories)
        {
            html.Raw("<p><strong>").Text(who.Name).Raw("</strong>");
            foreach (var line in who.Lines(words))
            {
                html.Raw("<br>").Text(line);
            }

            html.Line("</p>");
        }

        html.Line("</div>");
    }
}
