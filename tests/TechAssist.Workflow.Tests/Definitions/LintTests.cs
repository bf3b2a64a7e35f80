using NUnit.Framework;
using TechAssist.Workflow.Linting;

namespace TechAssist.Workflow.Tests.Definitions;

internal sealed class LintTests
{
    [Test]
    public void The_definitions_of_the_product_have_no_fault_alone_or_together()
    {
        var files = Directory.GetFiles(DefinitionFile.Folder).Order(StringComparer.Ordinal)
            .Select(path => (FileName: Path.GetFileName(path), Json: File.ReadAllText(path))).ToList();
        Assert.That(files.Select(f => f.FileName), Is.EqualTo(DefinitionFile.Keys.Select(key => $"{key}.v1.json")));
        Assert.That(WorkflowLinter.CheckCatalogue(files), Is.Empty);
    }
}
