using System.Globalization;
using TechAssist.Core.Audit;

namespace TechAssist.Core.Experts.Calls;

/// <summary>The history lines of a call, with the hours since it opened.</summary>
internal static class CallLine
{
    public static TimelineLine Of(string kind, Call call, int count, string? reason = null) => new(kind)
    {
        Reason = reason,
        Values = new Dictionary<string, string>
        {
            ["callId"] = call.Id.ToString(),
            ["role"] = call.Role,
            ["count"] = count.ToString(CultureInfo.InvariantCulture),
            ["closes"] = call.ClosesAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC",
        },
    };

    /// <summary>A line about one expert of the call: what happened after how many hours.</summary>
    public static TimelineLine Of(string kind, Nomination nomination, DateTime now, string? reason = null)
    {
        var line = ExpertLine.Of(kind, nomination, reason);
        var since = nomination.InvitedAt ?? now;
        return line with
        {
            Values = new Dictionary<string, string>(line.Values) { ["hours"] = Hours(now - since) },
        };
    }

    /// <summary>A line that says how long each part of the way took.</summary>
    public static TimelineLine Of(string kind, Nomination nomination, CallChain chain, DateTime now)
    {
        var line = ExpertLine.Of(kind, nomination);
        var (called, answered) = (nomination.InvitedAt ?? now, nomination.AnsweredAt ?? now);
        return line with
        {
            Values = new Dictionary<string, string>(line.Values)
            {
                ["callHours"] = Hours(called - chain.NeededAt),
                ["answerHours"] = Hours(answered - called),
                ["selectionHours"] = Hours((nomination.SelectedAt ?? now) - answered),
                ["objectionHours"] = Hours(now - (nomination.SelectedAt ?? now)),
                ["totalHours"] = Hours(now - chain.NeededAt),
            },
        };
    }

    /// <summary>"3.5": hours with one decimal, as the history keeps numbers.</summary>
    private static string Hours(TimeSpan time) => Math.Max(0, time.TotalHours).ToString("0.#", CultureInfo.InvariantCulture);
}
