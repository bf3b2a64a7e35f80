using System.Text.Json;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Linting;

/// <summary>What a human step must say: who, until when, where in the case, in both languages.</summary>
internal static class HumanStepRules
{
    public static IEnumerable<Finding> Check(LintFile file) => file.Definition.Activities
        .Where(a => a.Kind == ActivityKind.HumanStep)
        .SelectMany(a => CheckStep(StepReader.HumanStep(a)).Concat(CheckLists(a)));

    private static IEnumerable<Finding> CheckStep(HumanStep step)
    {
        foreach (var (code, message) in Texts(step).Concat(Choices(step)))
        {
            yield return new Finding(step.Id, code, message);
        }

        if (step.Complete != "first" && step.Escalations.Any(escalation => escalation.Reassign))
        {
            yield return new Finding(step.Id, "reassign-of-many", "A step that several people answer cannot be given to somebody else.");
        }

        if (step.Escalations.Any(escalation => step.IsHeldBy(escalation.Audience)))
        {
            yield return new Finding(step.Id, "escalation-to-holder", "An escalation tells only those who have the step themselves: write a reminder, or tell those above.");
        }

        foreach (var role in Audience.Unknown(step.Audience))
        {
            yield return new Finding(step.Id, "unknown-audience", $"The audience '{role}' is not known.");
        }
    }

    private static IEnumerable<(string Code, string Message)> Texts(HumanStep step)
    {
        if (step.Title.Trim().Length == 0)
        {
            yield return ("no-title", "The step has no title.");
        }

        if (step.Form.Trim().Length == 0)
        {
            yield return ("no-form", "The step has no form.");
        }

        var labels = new[]
        {
            ("labelStaffEn", step.LabelStaffEn), ("labelStaffFr", step.LabelStaffFr),
            ("labelRequesterEn", step.LabelRequesterEn), ("labelRequesterFr", step.LabelRequesterFr),
        };
        foreach (var (name, _) in labels.Where(l => l.Item2.Trim().Length == 0))
        {
            yield return ("no-label", $"The step has no {name}.");
        }
    }

    private static IEnumerable<(string Code, string Message)> Choices(HumanStep step)
    {
        if (step.Audience.Count == 0)
        {
            yield return ("no-audience", "The step has no audience: nobody would get it.");
        }

        if (step.Stage.Length == 0)
        {
            yield return ("no-stage", "The step has no stage.");
        }
        else if (!Vocabulary.Stages.Contains(step.Stage))
        {
            yield return ("unknown-stage", $"The stage '{step.Stage}' is not known.");
        }

        if (!Vocabulary.Calendars.Contains(step.Calendar))
        {
            yield return ("unknown-calendar", $"The calendar '{step.Calendar}' is not known.");
        }

        foreach (var fault in Outcomes(step).Concat(Limits(step)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<(string Code, string Message)> Outcomes(HumanStep step)
    {
        if (step.Outcomes.Count == 0)
        {
            yield return ("no-outcomes", "The step has no outcomes.");
        }

        foreach (var outcome in step.Outcomes.GroupBy(o => o, StringComparer.OrdinalIgnoreCase).Where(g => g.Skip(1).Any() || g.Key.Trim().Length == 0))
        {
            yield return ("outcome-twice", $"The outcome '{outcome.Key}' is empty or declared twice.");
        }

        if (step.AutoOutcome is { } auto && !step.Outcomes.Contains(auto))
        {
            yield return ("unknown-auto-outcome", $"The automatic outcome '{auto}' is not among the outcomes.");
        }

        if (!Vocabulary.IsComplete(step.Complete))
        {
            yield return ("unknown-complete", $"'{step.Complete}' does not say when the step is done: first, all, count:n or silence.");
        }
        else if (step is { Complete: "silence", AutoOutcome: null })
        {
            yield return ("silence-without-outcome", "A silence procedure needs the outcome it takes by itself (autoOutcome).");
        }
    }

    private static IEnumerable<(string Code, string Message)> Limits(HumanStep step)
    {
        if (step.Limit is not { } limit)
        {
            yield return ("no-limit", "The step has no limit { amount, unit }.");
            yield break;
        }

        if (limit.Amount <= 0)
        {
            yield return ("no-limit", "The amount of the limit is above zero.");
        }

        if (!StepLimit.Units.Contains(limit.Unit))
        {
            yield return ("unknown-unit", $"The unit '{limit.Unit}' of the limit is not known.");
        }
    }

    /// <summary>Entries of lists are checked as written: the typed view leaves out what does not fit.</summary>
    private static IEnumerable<Finding> CheckLists(Activity activity)
    {
        foreach (var name in new[] { "reminders", "escalation" })
        {
            foreach (var entry in StepReader.Json(activity.Inputs, name).Items())
            {
                if (CheckEntry(entry, name) is { } finding)
                {
                    yield return new Finding(activity.Id, finding.Code, finding.Message);
                }
            }
        }
    }

    private static (string Code, string Message)? CheckEntry(JsonElement entry, string list)
    {
        if (entry.Member("offset").AsInt() is null)
        {
            return ("offset", $"An entry of {list} has no whole number as offset.");
        }

        if (entry.TextOf("unit") is not { } unit || !StepLimit.Units.Contains(unit))
        {
            return ("unknown-unit", $"An entry of {list} has no known unit.");
        }

        if (list == "reminders" && entry.TextOf("from") is { } from && !Vocabulary.ReminderOrigins.Contains(from))
        {
            return ("unknown-origin", $"A reminder counts from due or start, not from '{from}'.");
        }

        // Word of a delay has to reach people who do not open the portal.
        if (entry.TextOf("channel") is { } channel && (!Vocabulary.Channels.Contains(channel) || (list != "reminders" && channel == StepReminder.Portal)))
        {
            return ("unknown-channel", $"The channel '{channel}' of {list} is not known.");
        }

        var audience = entry.Member("audience").Items().Select(e => e.AsText() ?? "").ToList();
        return audience.Count == 0 ? ("no-audience", $"An entry of {list} has no audience.")
            : Audience.Unknown(audience).FirstOrDefault() is { } role ? ("unknown-audience", $"The audience '{role}' of {list} is not known.")
            : null;
    }
}

/// <summary>Checks of role names.</summary>
internal static class Audience
{
    public static IEnumerable<string> Unknown(IEnumerable<string> audience) => audience.Where(role => !Vocabulary.Audiences.Contains(role));
}
