using System.Globalization;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Core.Work;

/// <summary>When a step with several people is done, by the <c>complete</c> its definition declares.</summary>
public static class StepCompletion
{
    /// <summary>The outcome the step ends with, or null while it waits for more answers. A step's first outcome is the assent;
    /// any other ends the waiting at once, because one dissent decides.</summary>
    public static string? Decide(HumanStep step, IReadOnlyList<WorkItem> items)
    {
        var answered = items.Where(item => item.Outcome is not null).OrderBy(item => item.ClosedAt).ToList();
        if (answered.Count == 0)
        {
            return null;
        }

        var assent = step.Complete == "silence" ? step.AutoOutcome : step.Outcomes[0];
        if (answered.Find(item => item.Outcome != assent) is { } dissent)
        {
            return dissent.Outcome;
        }

        // What was taken off a person's list because another has the same part is no seat any more.
        var needed = Needed(step.Complete, Seats(items.Where(item => item.IsOpen || item.Outcome is not null || item.Country is not null)));
        return Seats(answered) >= needed ? assent : null;
    }

    /// <summary>The people of one country have one say together; everybody else has their own.</summary>
    private static int Seats(IEnumerable<WorkItem> items) => items.Select(item => item.Country ?? item.Id.ToString()).Distinct().Count();

    private static int Needed(string complete, int people) => complete switch
    {
        "all" or "silence" => people,
        _ when complete.StartsWith("count:", StringComparison.Ordinal) => Math.Min(int.Parse(complete["count:".Length..], CultureInfo.InvariantCulture), people),
        _ => 1,
    };
}
