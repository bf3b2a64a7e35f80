using NUnit.Framework;
using TechAssist.Core;
using TechAssist.Core.FollowUp;
using TechAssist.Core.Work;
using TechAssist.Core.Workflows;
using TechAssist.Web.Forms;

namespace TechAssist.Web.Tests.Forms;

/// <summary>Whatever a definition asks, the portal has words for.</summary>
public sealed class StepFormTextsTests
{
    private static readonly WorkflowCatalog Workflows = WorkflowCatalog.Load(Path.Combine(TestContext.CurrentContext.TestDirectory, "../../../../../workflows"));

    private static IEnumerable<string> Forms => Workflows.All.SelectMany(definition => definition.HumanSteps).Select(step => step.Form).Distinct().Order();

    [TestCaseSource(nameof(Forms))]
    public void Every_field_and_outcome_of_a_form_has_words_in_both_languages(string form)
    {
        var fields = StepField.Of(form);
        Assert.That(fields, Is.Not.Empty);
        foreach (var field in fields)
        {
            var key = StepFormTexts.KeyOf(form, field.Name);
            Assert.That(key, Is.Not.Null, $"{form}.{field.Name}");
            AssertSaid(key!);
            foreach (var value in field.Values is { } values ? Enum.GetNames(values) : [])
            {
                AssertSaid($"Choice.{field.Values!.Name}.{value}");
            }
        }

        foreach (var outcome in Workflows.All.SelectMany(definition => definition.HumanSteps).Where(step => step.Form == form).SelectMany(step => step.Outcomes).Distinct())
        {
            AssertSaid($"Outcome.{form}.{outcome}");
        }
    }

    [Test]
    public void Every_question_has_words_in_both_languages()
    {
        foreach (var question in Enum.GetValues<EvaluationKind>().SelectMany(EvaluationQuestions.Of))
        {
            AssertSaid("Question." + question);
        }
    }

    [Test]
    public void Every_registered_form_can_be_asked_on_a_page() =>
        Assert.That(StepForms.Keys.Select(StepField.Of), Has.All.Not.Empty);

    private static void AssertSaid(string key)
    {
        Assert.That(Messages.All.Has(key), key);
        Assert.That(Messages.Text(key, "fr"), Is.Not.Empty.And.Not.StartsWith("["), key);
    }
}
