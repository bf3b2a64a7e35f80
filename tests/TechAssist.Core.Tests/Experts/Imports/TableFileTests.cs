using System.Text;
using TechAssist.Core.Experts.Tables;

namespace TechAssist.Core.Tests.Experts.Imports;

public sealed class TableFileTests
{
    private const string Text = "Nom;Prénom;Pays\nSané;Zoé;Sénégal\n";

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly TestCaseData[] Written =
    [
        new TestCaseData(Encoding.UTF8.GetBytes(Text), "UTF-8"),
        new TestCaseData(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Text)).ToArray(), "UTF-8"),
        new TestCaseData(Western.GetBytes(Text), "Windows-1252"),
        new TestCaseData(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Text)).ToArray(), "UTF-16"),
        new TestCaseData(Encoding.Unicode.GetBytes(Text), "UTF-16"),
        new TestCaseData(Encoding.BigEndianUnicode.GetPreamble().Concat(Encoding.BigEndianUnicode.GetBytes(Text)).ToArray(), "UTF-16"),
    ];

    [TestCaseSource(nameof(Written))]
    public async Task Accents_survive_whatever_way_the_text_was_written(byte[] file, string encoding)
    {
        var table = await ReadAsync(file);
        Assert.That(table.Encoding, Is.EqualTo(encoding));
        Assert.That(table.Columns, Is.EqualTo(new[] { "Nom", "Prénom", "Pays" }));
        Assert.That(table.Lines.Single().Cells, Is.EqualTo(new[] { "Sané", "Zoé", "Sénégal" }));
    }

    [TestCase(';'), TestCase(','), TestCase('\t'), TestCase('|')]
    public async Task The_separator_is_found(char separator)
    {
        var table = await ReadAsync($"Nom{separator}Pays\n\"Diop{separator} Awa\"{separator}SN\n");
        Assert.That(table.Separator, Is.EqualTo(separator));
        Assert.That(table.Lines[0].Cells, Is.EqualTo(new[] { $"Diop{separator} Awa", "SN" }));
    }

    [Test]
    public async Task A_line_is_counted_as_a_spreadsheet_does_also_after_breaks_inside_cells_and_empty_lines()
    {
        var table = await ReadAsync("sep=;\r\nName;Bio\r\nA;\"one\r\ntwo\"\r\n\r\n;\r\nB;x;too much\r\nC\r\n");
        Assert.That(table.Lines.Select(line => (line.Number, string.Join('|', line.Cells))), Is.EqualTo(new[] { (3, "A|one\r\ntwo"), (7, "B|x"), (8, "C|") }));
    }

    [Test]
    public async Task What_looks_like_a_formula_goes_out_as_text_and_comes_back_as_it_was()
    {
        string[] cells = ["=HYPERLINK(\"http://x\")", "+221 33 000 00 00", "-1", "@sum", "plain"];
        using var csv = new MemoryStream();
        CsvTable.Write(csv, ["a", "b", "c", "d", "e"], [cells], ';');
        var text = Encoding.UTF8.GetString(csv.ToArray());
        Assert.That(text, Does.Contain("'=HYPERLINK").And.Contain("'+221").And.Contain("'-1").And.Contain("'@sum"));
        Assert.That((await ReadAsync(csv.ToArray())).Lines[0].Cells, Is.EqualTo(cells));
        using var workbook = new MemoryStream();
        XlsxWriter.Write(workbook, "Roster", ["a", "b", "c", "d", "e"], [cells]);
        Assert.That((await ReadAsync(workbook.ToArray())).Lines[0].Cells, Is.EqualTo(cells));
    }

    [Test]
    public async Task Files_that_are_no_table_say_what_to_do()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await RefusedAsync(""u8.ToArray()), Is.EqualTo("file-empty"));
            Assert.That(await RefusedAsync("\n\n ;;\n"u8.ToArray()), Is.EqualTo("file-empty"));
            Assert.That(await RefusedAsync("Name;Country\n"u8.ToArray()), Is.EqualTo("table-no-lines"));
            Assert.That(await RefusedAsync([0x4D, 0x5A, 0x90, 0x00, 0x03, 0x00]), Is.EqualTo("table-not-a-table"));
            Assert.That(await RefusedAsync([0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01]), Is.EqualTo("table-not-a-table"));
            Assert.That(await RefusedAsync("%PDF-1.7 x"u8.ToArray()), Is.EqualTo("table-not-a-table"));
            Assert.That(await RefusedAsync("PK\u0003\u0004 not really"u8.ToArray()), Is.EqualTo("table-not-a-table"));
            Assert.That(await RefusedAsync("<html><table>"u8.ToArray()), Is.EqualTo("table-not-a-table"));
            Assert.That(await RefusedAsync([0x61, 0x01, 0x02, 0x03]), Is.EqualTo("table-not-a-table"));
            Assert.That(await RefusedAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1]), Is.EqualTo("table-old-workbook"));
            Assert.That(await RefusedAsync(Wide(200)), Is.EqualTo("table-too-many-columns"));
            Assert.That(await RefusedAsync(Encoding.UTF8.GetBytes("Name\n" + string.Concat(Enumerable.Repeat("x\n", 20_001)))), Is.EqualTo("table-too-many-lines"));
            Assert.That(await RefusedAsync(Encoding.UTF8.GetBytes("Name\n\"" + string.Concat(Enumerable.Repeat("never closed\n", 1000)))), Is.EqualTo("table-open-quote"));
        }
    }

    [Test]
    public async Task A_workbook_called_csv_is_read_as_what_it_is()
    {
        using var workbook = new MemoryStream();
        XlsxWriter.Write(workbook, "Feuille", ["Nom", "Vide", "Pays"], [["Sané", "", "Sénégal"]]);
        var table = await ReadAsync(workbook.ToArray());
        Assert.That((table.Encoding, table.Columns.Count, table.Lines[0].Number, string.Join('|', table.Lines[0].Cells)), Is.EqualTo(((string?)null, 3, 2, "Sané||Sénégal")));
    }

    private static byte[] Wide(int columns) => Encoding.UTF8.GetBytes(string.Join(';', Enumerable.Range(1, columns).Select(n => "c" + n)) + "\nx\n");

    private static Task<Table> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    private static Task<Table> ReadAsync(byte[] file) => TableFile.ReadAsync(new MemoryStream(file), default);

    private static async Task<string> RefusedAsync(byte[] file) =>
        (await Assert.ThrowsAsync<InvalidInputException>(() => ReadAsync(file)))!.Errors.Single().Code;
}
