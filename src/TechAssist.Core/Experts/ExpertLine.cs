using TechAssist.Core.Audit;

namespace TechAssist.Core.Experts;

/// <summary>A history line about an expert. It names the record, and the person only where the case needs the name.</summary>
internal static class ExpertLine
{
    public static TimelineLine Of(string kind, Expert expert) => new(kind)
    {
        Values = new Dictionary<string, string> { ["expertId"] = expert.Id.ToString(), ["expert"] = expert.Name },
    };

    public static TimelineLine Of(string kind, Nomination nomination, string? reason = null, bool isPublic = false) => new(kind)
    {
        Reason = reason,
        IsPublic = isPublic,
        Values = new Dictionary<string, string> { ["expertId"] = nomination.ExpertId.ToString(), ["expert"] = nomination.Expert.Name, ["role"] = nomination.Role },
    };

    /// <summary>One expert in the place of another.</summary>
    public static TimelineLine Of(string kind, Nomination nomination, Nomination other)
    {
        var line = Of(kind, nomination);
        return line with { Values = new Dictionary<string, string>(line.Values) { ["other"] = other.Expert.Name } };
    }
}
