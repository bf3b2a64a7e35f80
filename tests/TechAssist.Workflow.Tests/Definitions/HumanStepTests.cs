using System.Text.Json;
using NUnit.Framework;

namespace TechAssist.Workflow.Tests.Definitions;

/// <summary>What a step tells people, and whom it calls when.</summary>
[TestFixtureSource(typeof(DefinitionFile), nameof(DefinitionFile.Keys))]
internal sealed class HumanStepTests(string key)
{
    private static readonly string[] _roles =
    [
        "requester", "focalPoint", "counterpart", "caseOfficer", "dutyOfficer", "thematicAdviser", "logistics", "coordinator",
        "head", "expert", "committee", "referenceCountry", "administrator", "auditor",
    ];

    private static readonly string[] _stages =
    [
        "intake", "triage", "decision", "terms", "mobilisation", "preparation", "mission", "report", "evaluation", "followup", "closed",
    ];

    private static readonly string[] _units = ["workingDays", "officeHours", "hours", "days", "months"];

    private static readonly string[] _internalWords =
    [
        "coordinator", "committee", "adviser", "officer", "score", "silence", "letter",
        "coordonnat", "comité", "conseiller", "chargé", "note", "tacite", "lettre",
    ];

    private readonly DefinitionFile _definition = DefinitionFile.Read(key);

    [Test]
    public void Every_step_is_owned_limited_and_says_when_it_is_done()
    {
        foreach (var step in _definition.HumanSteps)
        {
            var id = DefinitionFile.IdOf(step);
            var limit = DefinitionFile.Parsed(step, "limit");
            var audience = DefinitionFile.Strings(step, "audience");
            Assert.Multiple(() =>
            {
                Assert.That(audience, Is.Not.Empty.And.SubsetOf(_roles).And.Unique, id);
                Assert.That(DefinitionFile.Text(step, "assignee"), Is.EqualTo(audience.FirstOrDefault()), id);
                Assert.That(_stages, Does.Contain(DefinitionFile.Text(step, "stage")), id);
                Assert.That(DefinitionFile.Text(step, "form"), Does.Match("^[a-z][A-Za-z0-9]*$"), id);
                Assert.That(limit.GetProperty("amount").GetInt32(), Is.Positive, id);
                Assert.That(_units, Does.Contain(limit.GetProperty("unit").GetString()), id);
                Assert.That(DefinitionFile.Text(step, "calendar"), Is.AnyOf("secretariat", "country", "actor"), id);
                Assert.That(DefinitionFile.Text(step, "complete"), Does.Match("^(first|all|silence|count:[1-9])$"), id);
            });
        }
    }

    [Test]
    public void An_outcome_taken_by_the_clock_is_one_of_the_step_and_a_silence_has_one()
    {
        foreach (var step in _definition.HumanSteps)
        {
            var id = DefinitionFile.IdOf(step);
            if (DefinitionFile.Has(step, "autoOutcome"))
            {
                Assert.That(DefinitionFile.Strings(step, "outcomes"), Does.Contain(DefinitionFile.Text(step, "autoOutcome")), id);
            }

            Assert.That(DefinitionFile.Text(step, "complete") != "silence" || DefinitionFile.Has(step, "autoOutcome"), Is.True, id);
        }
    }

    [Test]
    public void Nobody_forgets_a_step_because_it_reminds_and_then_escalates_or_moves_by_itself()
    {
        foreach (var step in _definition.HumanSteps)
        {
            var id = DefinitionFile.IdOf(step);
            var reminders = DefinitionFile.Parsed(step, "reminders").EnumerateArray().ToList();
            var escalation = DefinitionFile.Parsed(step, "escalation").EnumerateArray().ToList();
            Assert.Multiple(() =>
            {
                Assert.That(reminders, Is.Not.Empty, id);
                Assert.That(reminders.Select(r => r.GetProperty("from").GetString()), Has.All.AnyOf("start", "due"), id);
                Assert.That(escalation.Count > 0, Is.EqualTo(!DefinitionFile.Has(step, "autoOutcome")), id);
                Assert.That(escalation.Select(e => e.GetProperty("offset").GetInt32()), Has.All.Positive, id);
                Assert.That(reminders.Concat(escalation), Has.All.Matches<JsonElement>(IsAddressed), id);
            });
        }
    }

    [Test]
    public void Every_step_speaks_both_languages_to_both_sides()
    {
        foreach (var step in _definition.HumanSteps)
        {
            foreach (var label in new[] { "title", "labelStaffEn", "labelStaffFr", "labelRequesterEn", "labelRequesterFr" })
            {
                Assert.That(DefinitionFile.Text(step, label), Is.Not.Empty.And.Length.LessThanOrEqualTo(80), $"{DefinitionFile.IdOf(step)}.{label}");
            }

            Assert.That(DefinitionFile.Text(step, "labelStaffFr"), Does.Not.Contain("'"), "French text uses the typographic apostrophe");
            Assert.That(DefinitionFile.Text(step, "labelRequesterFr"), Does.Not.Contain("'"), "French text uses the typographic apostrophe");
        }
    }

    [Test]
    public void What_the_requester_reads_never_names_what_happens_inside()
    {
        foreach (var step in _definition.HumanSteps)
        {
            var read = DefinitionFile.Text(step, "labelRequesterEn") + " " + DefinitionFile.Text(step, "labelRequesterFr");
            Assert.That(_internalWords.Where(w => read.Contains(w, StringComparison.OrdinalIgnoreCase)), Is.Empty, DefinitionFile.IdOf(step));
        }
    }

    private static bool IsAddressed(JsonElement message) =>
        _units.Contains(message.GetProperty("unit").GetString())
        && DefinitionFile.Strings(message.GetProperty("audience")) is { Length: > 0 } audience
        && audience.All(_roles.Contains);
}
