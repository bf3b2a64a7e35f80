using NUnit.Framework;

namespace TechAssist.Workflow.Tests.Definitions;

/// <summary>Holds <c>docs/process.md</c> to the definitions it explains.</summary>
internal sealed class ProcessPageTests
{
    private static readonly string _page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "process.md"));

    [TestCaseSource(typeof(DefinitionFile), nameof(DefinitionFile.Keys))]
    public void The_page_has_a_row_for_every_step_with_its_form_its_people_and_its_outcomes(string key)
    {
        var definition = DefinitionFile.Read(key);
        var name = definition.Head.GetProperty("name").GetString();
        var section = _page.Split("\n## ").Single(s => s.StartsWith($"{name}\n", StringComparison.Ordinal));
        var rows = section.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).ToDictionary(l => l.Split('`')[1]);
        var waiting = definition.HumanSteps.Concat(definition.OfType("TechAssist.WaitUntil")).Select(DefinitionFile.IdOf);
        Assert.That(rows.Keys, Is.EquivalentTo(waiting));
        foreach (var step in definition.HumanSteps)
        {
            var cells = rows[DefinitionFile.IdOf(step)].Split('|', StringSplitOptions.TrimEntries);
            var outcomes = cells[5].Split("<br>").Select(o => o.Split(' ')[0]);
            Assert.Multiple(() =>
            {
                Assert.That(cells[2], Is.EqualTo(DefinitionFile.Text(step, "form")));
                Assert.That(cells[3].Split(" (")[0], Is.EqualTo(string.Join(", ", DefinitionFile.Strings(step, "audience"))));
                Assert.That(cells[4], Does.StartWith(DefinitionFile.Parsed(step, "limit").GetProperty("amount").ToString() + " "));
                Assert.That(outcomes, Is.EqualTo(DefinitionFile.Strings(step, "outcomes")));
                Assert.That(cells[6], Is.EqualTo(DefinitionFile.Text(step, "labelRequesterEn")));
            });
        }
    }

    [Test]
    public void The_page_lists_every_template_and_every_document()
    {
        var automatic = DefinitionFile.Keys.Select(DefinitionFile.Read).SelectMany(d => d.Activities).ToList();
        var names = automatic.Where(a => DefinitionFile.TypeOf(a) == "TechAssist.Notify").Select(a => DefinitionFile.Text(a, "template"))
            .Concat(automatic.Where(a => DefinitionFile.TypeOf(a) == "TechAssist.Produce").Select(a => DefinitionFile.Text(a, "document")));
        Assert.That(names.Distinct().Where(n => !_page.Contains($"`{n}`", StringComparison.Ordinal)), Is.Empty);
    }
}
