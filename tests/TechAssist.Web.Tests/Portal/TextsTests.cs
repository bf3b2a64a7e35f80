using System.Text.RegularExpressions;
using NUnit.Framework;
using TechAssist.Core;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Tests.Portal;

public sealed partial class TextsTests
{
    private static readonly string Source = Path.GetFullPath(Path.Combine(TestContext.CurrentContext.TestDirectory, "../../../../../src"));

    /// <summary>A French letter addresses nobody by name where an English one does.</summary>
    private static readonly string[] Unlike = ["Document.Letter.Salutation"];

    private static readonly TextSet[] Sets = [Texts.All, Messages.All];

    [TestCaseSource(nameof(Sets))]
    public void Every_key_has_a_text_in_both_languages(TextSet set) =>
        Assert.That(set.Keys("fr"), Is.EquivalentTo(set.Keys("en")));

    [TestCaseSource(nameof(Sets))]
    public void Both_languages_take_the_same_values(TextSet set)
    {
        foreach (var key in set.Keys("en").Except(Unlike))
        {
            Assert.That(Holes(set.Text(key, "fr")), Is.EqualTo(Holes(set.Text(key, "en"))), key);
        }
    }

    [TestCase("TechAssist.Core")]
    [TestCase("TechAssist.Web")]
    public void A_key_is_written_once(string project)
    {
        var keys = Directory.EnumerateFiles(Path.Combine(Source, project, "Resources"), "*.resx")
            .SelectMany(file => System.Xml.Linq.XDocument.Load(file).Descendants("data")
                .Select(data => (Language: file.EndsWith(".fr.resx", StringComparison.Ordinal) ? "fr" : "en", Key: (string)data.Attribute("name")!)));
        Assert.That(keys.GroupBy(key => key).Where(same => same.Count() > 1).Select(same => same.Key), Is.Empty);
    }

    [Test]
    public void Every_key_that_a_page_uses_exists()
    {
        var used = Files("TechAssist.Web", "*.cs", "*.cshtml").SelectMany(text => PageKey().Matches(text)).Select(match => match.Groups["key"].Value).ToHashSet();
        Assert.That(used, Is.Not.Empty);
        Assert.That(used.Where(key => !Texts.All.Has(key) && !Texts.All.Has(key + ".one")), Is.Empty);
    }

    [Test]
    public void Every_error_and_refusal_of_the_core_has_a_text()
    {
        var sources = Files("TechAssist.Core", "*.cs").ToList();
        var used = sources.SelectMany(text => ErrorCode().Matches(text)).Select(match => "Error." + match.Groups["code"].Value)
            .Concat(sources.SelectMany(text => RuleCode().Matches(text)).Select(match => "Rule." + match.Groups["code"].Value))
            .ToHashSet();
        Assert.That(used, Has.Count.GreaterThan(10));
        Assert.That(used.Where(key => !Messages.All.Has(key)).Order(), Is.Empty);
    }

    [Test]
    public void Every_icon_that_a_page_uses_is_in_the_sprite()
    {
        var listed = File.ReadAllText(Path.Combine(Source, "TechAssist.Web/package.json"));
        var used = Files("TechAssist.Web", "*.cshtml").SelectMany(text => Icon().Matches(text)).Select(match => match.Groups["name"].Value).ToHashSet();
        Assert.That(used.Where(name => !listed.Contains($"\"{name}\"", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void A_missing_key_is_seen() => Assert.That(Messages.Text("Error.no-such-thing", "fr"), Is.EqualTo("[Error.no-such-thing]"));

    private static IEnumerable<string> Files(string project, params string[] patterns) => patterns
        .SelectMany(pattern => Directory.EnumerateFiles(Path.Combine(Source, project), pattern, SearchOption.AllDirectories))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal))
        .Select(File.ReadAllText);

    private static string Holes(string text) => string.Join(' ', Hole().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"(\bT\[|\btexts\[|T\.Count\(|Flash\(|Again\()""(?<key>[A-Z]\w*\.[\w.-]+)""\s*[\],)]", RegexOptions.ExplicitCapture)]
    private static partial Regex PageKey();

    [GeneratedRegex(@"(FieldError|InvalidInputException)\((\$?""[^""]*""|[^"",()]+(\([^()]*\))?),\s*""(?<code>[a-z][a-z-]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex ErrorCode();

    [GeneratedRegex(@"RuleException\(""(?<code>[a-z][a-z-]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex RuleCode();

    [GeneratedRegex(@"<icon name=""(?<name>[\w-]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Icon();

    [GeneratedRegex(@"\{\w+")]
    private static partial Regex Hole();
}
