using System.Text.Json;
using System.Text.Json.Nodes;
using TechAssist.Core.Audit;
using TechAssist.Core.FollowUp.Surveys;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Linting;

namespace TechAssist.Core.Workflows.Ladders;

/// <summary>An administrator gives a step other reminders and escalations: a new version of its definition, for cases that start from then
/// on. Running cases keep theirs.</summary>
public sealed class ChangeLadder(TechAssistDb db, WorkflowCatalog workflows, TimelineWriter timeline, TimeProvider clock)
{
    /// <returns>The new version; the old one where nothing is different.</returns>
    /// <exception cref="RuleException">administrators-only; stale: somebody published another version meanwhile.</exception>
    /// <exception cref="NotFoundException">No such definition or step.</exception>
    /// <exception cref="InvalidInputException">A rung is not whole, or <c>reassign-of-many</c>: a step of several people cannot be given to somebody else;
    /// <c>escalation-to-holder</c>: those it tells have the step themselves.</exception>
    public async Task<int> ExecuteAsync(string definition, string stepId, LadderInput input, Actor by, CancellationToken cancellationToken)
    {
        if (!by.Has(Role.Administrator))
        {
            throw new RuleException("administrators-only");
        }

        await workflows.ReadPublishedAsync(db, cancellationToken);
        var (latest, step) = Find(workflows, definition, stepId);
        if (latest.Version != input.Version)
        {
            throw new RuleException("stale");
        }

        InputCheck.ThrowIfInvalid(input, Faults(input, step));
        List<StepReminder> reminders = [.. input.Reminders.Select(rung => rung.ToReminder())];
        List<StepEscalation> escalations = [.. input.Escalations.Select(rung => rung.ToEscalation())];
        var (before, after) = (LadderText(step.Reminders, step.Escalations), LadderText(reminders, escalations));
        if (before == after)
        {
            return latest.Version;
        }

        var version = WorkflowVersion.After(latest.Version);
        var json = Write(workflows.LatestJson(definition), definition, version, stepId, reminders, escalations);
        if (WorkflowCatalog.FaultsOf(json).FirstOrDefault() is { } fault)
        {
            throw new InvalidOperationException("The ladder makes a faulty definition: " + fault);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        db.WorkflowVersions.Add(WorkflowVersion.Of(definition, version, json, by, now));
        var values = new Dictionary<string, string>
        {
            ["definition"] = $"{definition}.v{version}",
            ["label"] = step.LabelStaff(by.Language),
            ["before"] = before,
            ["after"] = after,
        };
        await timeline.AddAsync(null, new TimelineLine("ladder-changed") { Values = values }, by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await workflows.ReadPublishedAsync(db, cancellationToken);
        return version;
    }

    /// <summary>A step of the newest version of a definition.</summary>
    /// <exception cref="NotFoundException">No such definition or step.</exception>
    public static (WorkflowDefinition Definition, HumanStep Step) Find(WorkflowCatalog workflows, string definition, string stepId)
    {
        var latest = workflows.All.LastOrDefault(known => known.DefinitionId == definition);
        return latest?.FindStep(stepId) is { } step ? (latest, step) : throw new NotFoundException("The step");
    }

    /// <summary>Mails that suit a rung, beside the usual one.</summary>
    public static readonly IReadOnlyList<string> Templates = ["task-reminder", "task-late", "task-escalated", LastDay.Template];

    private static IEnumerable<FieldError> Faults(LadderInput input, HumanStep step)
    {
        var rungs = input.Reminders.Select((rung, index) => ($"reminders[{index}]", rung.Unit, rung.Audience, rung.Template))
            .Concat(input.Escalations.Select((rung, index) => ($"escalations[{index}]", rung.Unit, rung.Audience, rung.Template)));
        foreach (var (field, unit, audience, template) in rungs)
        {
            if (unit is not null && !StepLimit.Units.Contains(unit))
            {
                yield return new FieldError(field + ".unit", "not-a-choice");
            }

            if (audience.Except(Vocabulary.Audiences).Any())
            {
                yield return new FieldError(field + ".audience", "not-a-choice");
            }

            if (Blank.ToNull(template) is { } mail && !Templates.Contains(mail))
            {
                yield return new FieldError(field + ".template", "not-a-choice");
            }
        }

        foreach (var index in Enumerable.Range(0, input.Escalations.Count).Where(index => step.IsHeldBy(input.Escalations[index].Audience)))
        {
            yield return new FieldError($"escalations[{index}].audience", "escalation-to-holder");
        }

        foreach (var index in Enumerable.Range(0, input.Escalations.Count).Where(index => input.Escalations[index].Reassign && step.Complete != "first"))
        {
            yield return new FieldError($"escalations[{index}].reassign", "reassign-of-many");
        }
    }

    /// <summary>The same file with other lists in one of its activities, under its new number.</summary>
    private static string Write(string json, string definition, int version, string stepId, List<StepReminder> reminders, List<StepEscalation> escalations)
    {
        var file = JsonNode.Parse(json)!;
        file["id"] = $"{definition}-v{version}";
        file["version"] = version;
        var activity = Activities(file["root"]!).Single(node => (string?)node["id"] == stepId);
        Put(activity, "reminders", JsonSerializer.Serialize(reminders.Select(rung => new { rung.Offset, rung.Unit, rung.From, rung.Audience, rung.Template, rung.Channel }), CoreJson.Options));
        Put(activity, "escalation", JsonSerializer.Serialize(escalations.Select(rung => new { rung.Offset, rung.Unit, rung.Audience, rung.Template, rung.Reassign }), CoreJson.Options));
        return file.ToJsonString(CoreJson.Options);
    }

    private static void Put(JsonNode activity, string input, string value) => activity[input] = new JsonObject
    {
        ["typeName"] = "Object",
        ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = value },
    };

    private static IEnumerable<JsonNode> Activities(JsonNode container) =>
        (container["activities"] as JsonArray ?? []).OfType<JsonNode>().SelectMany(activity => Activities(activity).Prepend(activity));

    /// <summary>For the history: short, and the same in every language.</summary>
    private static string LadderText(IEnumerable<StepReminder> reminders, IEnumerable<StepEscalation> escalations) => string.Join("; ", reminders
        .Select(rung => $"{rung.Offset:+0;-0;0} {rung.Unit} {rung.From} {string.Join('+', rung.Audience)}{Said(rung.Template)}{(rung.IsInPortalOnly ? " @portal" : "")}")
        .Concat(escalations.Select(rung => $"! {rung.Offset:+0} {rung.Unit} {string.Join('+', rung.Audience)}{Said(rung.Template)}{(rung.Reassign ? " =" : "")}")));

    private static string Said(string? template) => template is null ? "" : $" ({template})";
}
