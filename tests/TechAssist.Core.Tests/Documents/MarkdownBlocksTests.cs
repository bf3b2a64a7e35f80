using System.Text;
using TechAssist.Core.Documents;
using TechAssist.Reports;

namespace TechAssist.Core.Tests.Documents;

public sealed class MarkdownBlocksTests
{
    [Test]
    public void A_table_is_a_table_in_every_document()
    {
        var blocks = MarkdownBlocks.Of("Avant\n\n| Poste | Agents |\n| :-- | --: |\n| **Nord** | 12 |\n| Sud |\n\nAprès");
        var table = (Table)blocks[1];
        Assert.Multiple(() =>
        {
            Assert.That(table.Columns.Select(column => (column.Header, column.Alignment)), Is.EqualTo(new[] { ("Poste", Alignment.Start), ("Agents", Alignment.End) }));
            Assert.That(table.Rows.Select(row => string.Join("|", row.Select(cell => cell.Plain))), Is.EqualTo(new[] { "Nord|12", "Sud|" }));
            Assert.That(table.Rows[0][0][0].Style, Is.EqualTo(InlineStyle.Bold));
            Assert.That(MarkdownBlocks.Of("Le prix | la durée\nsans tableau").Single(), Is.TypeOf<Paragraph>());
            Assert.That(MarkdownBlocks.Of(string.Join('|', Enumerable.Range(1, 30)) + "\n" + string.Join('|', Enumerable.Repeat("---", 30))).Single(), Is.TypeOf<Paragraph>(), "no page is that wide");
        });
        Assert.That(Written("html", "| a | b |\n| --- | --- |\n| c | d |"), Does.Contain("<th scope=\"col\">a</th>").And.Contain("<td>d</td>"));
    }

    [TestCase("<script>alert(1)</script>")]
    [TestCase("<img src=x onerror=alert(1)>")]
    [TestCase("[ici](javascript:alert(1))")]
    [TestCase("<javascript:alert(1)>")]
    [TestCase("[ici](data:text/html;base64,PHNjcmlwdD4=)")]
    [TestCase("![image](https://example.org/pixel.png)")]
    [TestCase("| a | b |\n| --- | --- |\n| <b onclick=x()>c</b> | [d](vbscript:x) |")]
    [TestCase("[a]: javascript:alert(1)\n\n[a]")]
    public void What_could_run_or_be_fetched_is_text_in_every_document(string text)
    {
        var html = Written("html", text);
        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("<img").And.Not.Contain("<b ").And.Not.Contain("href=\"javascript").And.Not.Contain("href=\"data").And.Not.Contain("href=\"vbscript").And.Not.Contain("pixel.png"));
        Assert.That(Written("pdf", text), Does.Not.Contain("/URI").And.Not.Contain("/JavaScript"));
        Assert.That(Written("docx", text), Is.Not.Empty);
    }

    private static string Written(string format, string text) => Encoding.Latin1.GetString(DocumentFile.Of(
        new TechAssist.Reports.Document
        {
            Title = "Essai",
            Organisation = "Secrétariat",
            Language = DocumentLanguage.French,
            IssuedOn = new DateOnly(2031, 3, 3),
            Blocks = MarkdownBlocks.Of(text),
        },
        "Essai", format).Bytes);
}
