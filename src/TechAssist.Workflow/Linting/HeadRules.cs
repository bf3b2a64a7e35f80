using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Linting;

/// <summary>What the file says about itself.</summary>
internal static class HeadRules
{
    public static IEnumerable<Finding> Check(LintFile file)
    {
        if (string.IsNullOrWhiteSpace(file.Root.MemberAnyCase("definitionId").AsText()))
        {
            yield return new Finding("", "no-definition-id", "The file has no definitionId.");
        }

        if (file.Root.MemberAnyCase("version").AsInt() is not >= 1)
        {
            yield return new Finding("", "no-version", "The version is a whole number from 1.");
        }

        if (!Version.TryParse(file.Definition.ToolVersion, out var tool) || tool.Major < 3)
        {
            yield return new Finding("", "no-tool-version", "toolVersion is missing or older than 3 (write 3.7.2.0): scripts would find outputs by id instead of name.");
        }
    }
}
