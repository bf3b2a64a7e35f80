using System.IO.Compression;
using System.Text;
using TechAssist.Core.EndOfMission.Word;

namespace TechAssist.Core.Tests.EndOfMission.Word;

/// <summary>Files that could run, fetch or swell, or are no form at all: refused by a code, before anything reads them.</summary>
[TestFixture]
public sealed class BadWordFileTests
{
    private const string Relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static readonly WordFormInput About = new(Guid.Parse("0190a000-0000-7000-8000-000000000003"), 1, "fr");

    private static IEnumerable<TestCaseData> Files()
    {
        yield return Case("macros, renamed", "word-macros", zip => Add(zip, "word/vbaProject.bin", "x"));
        yield return Case("macros under another name", "word-macros", zip => Add(zip, "word/_rels/more.xml.rels", Link("vbaProject", "other.bin", isExternal: false)));
        yield return Case("the type of a .docm", "word-macros", zip => Change(zip, "[Content_Types].xml", text => text.Replace("wordprocessingml.document.main", "wordprocessingml.document.macroEnabled.main", StringComparison.Ordinal).Replace("application/vnd.openxmlformats-officedocument", "application/vnd.ms-word", StringComparison.Ordinal)));
        yield return Case("ActiveX", "word-macros", zip => Add(zip, "word/activeX/activeX1.xml", "<x/>"));
        yield return Case("an embedded object", "word-embedded", zip => Add(zip, "word/embeddings/oleObject1.bin", "x"));
        yield return Case("an embedded workbook", "word-embedded", zip => Add(zip, "word/_rels/x-document.xml.rels", Link("package", "embeddings/a.xlsx", isExternal: false)));
        yield return Case("a template elsewhere", "word-outside", zip => Add(zip, "word/_rels/settings.xml.rels", Link("attachedTemplate", "http://example.org/t.dotm", isExternal: true)));
        yield return Case("a linked picture", "word-outside", zip => Add(zip, "word/_rels/header9.xml.rels", Link("image", "file://server/p.png", isExternal: true)));
        yield return Case("too many parts", "word-swells", zip =>
        {
            for (var number = 0; number < 2001; number++)
            {
                zip.CreateEntry($"word/media/{number}.png");
            }
        });
        yield return Case("XML that swells", "word-swells", zip => Add(zip, "word/huge.xml", "<x>" + new string(' ', 41 * 1024 * 1024) + "</x>"));
        yield return Case("XML too deep", "word-swells", zip => Add(zip, "word/deep.xml", string.Concat(Enumerable.Repeat("<x>", 400)) + string.Concat(Enumerable.Repeat("</x>", 400))));
        yield return Case("entities", "word-damaged", zip => Add(zip, "word/dtd.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"));
        yield return Case("a part twice", "word-damaged", zip => Add(zip, "word/document.xml", "<x/>"));
        yield return Case("a text that is no text", "word-damaged", zip => Change(zip, "word/document.xml", _ => "<x/>"));
        yield return Case("another document", "word-no-place", zip => Change(
            zip, "word/document.xml", _ => "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>Bonjour</w:t></w:r></w:p></w:body></w:document>"));
        yield return new TestCaseData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0 }, "word-protected").SetArgDisplayNames("with a password, or old");
        yield return new TestCaseData(Encoding.UTF8.GetBytes("%PDF-1.7 not a ZIP at all"), "word-damaged").SetArgDisplayNames("no ZIP");
        yield return new TestCaseData(Array.Empty<byte>(), "word-damaged").SetArgDisplayNames("nothing");
        yield return new TestCaseData(ReportInWord.Write(WordSample.Report, About)[..^500], "word-damaged").SetArgDisplayNames("broken off");
    }

    [TestCaseSource(nameof(Files))]
    public void It_is_refused_with_its_reason(byte[] file, string code)
    {
        var refused = Assert.Throws<InvalidInputException>(() => ReportInWord.Read(new MemoryStream(file), WordSample.Report, About));
        Assert.That(refused!.Errors.Select(error => (error.Field, error.Code)), Is.EqualTo(new[] { ("file", code) }));
        Assert.That(Languages.All.All(language => Messages.All.Keys(language).Contains("Error." + code)), Is.True);
    }

    [Test]
    public void A_link_to_a_page_is_no_danger_and_one_that_could_run_is_only_text()
    {
        var file = Spoilt(zip => Change(zip, "word/_rels/document.xml.rels", text => text.Replace("https://example.org/profil", "javascript:alert(1)", StringComparison.Ordinal)));
        var read = ReportInWord.Read(new MemoryStream(file), WordSample.Report, About);
        Assert.That(read.Content.Purpose, Does.Contain("voir le profil.").And.Not.Contain("javascript"));
    }

    private static TestCaseData Case(string name, string code, Action<ZipArchive> spoil) => new TestCaseData(Spoilt(spoil), code).SetArgDisplayNames(name);

    private static byte[] Spoilt(Action<ZipArchive> spoil)
    {
        using var stream = new MemoryStream();
        stream.Write(ReportInWord.Write(WordSample.Report, About));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            spoil(zip);
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }

    private static void Change(ZipArchive zip, string name, Func<string, string> change)
    {
        var entry = zip.GetEntry(name)!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
        {
            text = reader.ReadToEnd();
        }

        entry.Delete();
        Add(zip, name, change(text));
    }

    private static string Link(string type, string target, bool isExternal) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relationship}{type}\" Target=\"{target}\"{(isExternal ? " TargetMode=\"External\"" : "")}/></Relationships>";
}
