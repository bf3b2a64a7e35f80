using System.Text.RegularExpressions;

namespace TechAssist.Core.Tests.Texts;

/// <summary>Every refusal and every field error the code can give has its sentence in both languages, and refusals are documented.</summary>
public sealed partial class RuleTextsTests
{
    private static readonly string Root = FindRoot();

    public static IEnumerable<string> Rules => Codes(RuleCode());

    public static IEnumerable<string> Errors => Codes(ErrorCode());

    [TestCaseSource(nameof(Rules))]
    public void A_refusal_is_said_in_both_languages_and_documented(string code)
    {
        Assert.Multiple(() =>
        {
            Assert.That(Messages.All.Keys("en"), Does.Contain("Rule." + code));
            Assert.That(Messages.All.Keys("fr"), Does.Contain("Rule." + code));
            Assert.That(File.ReadAllText(Path.Combine(Root, "docs/rules.md")), Does.Contain($"| `{code}` |"));
        });
    }

    [TestCaseSource(nameof(Errors))]
    public void A_field_error_is_said_in_both_languages(string code)
    {
        Assert.Multiple(() =>
        {
            Assert.That(Messages.All.Keys("en"), Does.Contain("Error." + code));
            Assert.That(Messages.All.Keys("fr"), Does.Contain("Error." + code));
        });
    }

    private static string[] Codes(Regex pattern) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .SelectMany(file => pattern.Matches(File.ReadAllText(file)))
            .Select(match => match.Groups.Values.Skip(1).First(group => group.Success).Value)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TechAssist.sln")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }

    [GeneratedRegex("new RuleException\\(\\s*\"([a-z-]+)\"")]
    private static partial Regex RuleCode();

    [GeneratedRegex("(?:FieldError|InvalidInputException)\\([^,()]+(?:\\([^()]*\\))?[^,()]*,\\s*\"([a-z][a-z-]+)\"|ErrorMessage = \"([a-z-]+)\"")]
    private static partial Regex ErrorCode();
}
