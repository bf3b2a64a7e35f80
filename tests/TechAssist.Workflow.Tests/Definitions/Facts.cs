using System.Text.Json.Nodes;

namespace TechAssist.Workflow.Tests.Definitions;

/// <summary>What the conditions of the definitions read.</summary>
internal sealed record Facts(bool Endorsed, bool CommitteeRequired, bool Rapid, int Rounds, int OpenRecommendations)
{
    /// <summary>Facts with which every condition leads on.</summary>
    public static Facts Plain { get; } = new(true, false, false, 0, 0);

    /// <summary>Facts with which every condition takes its other side.</summary>
    public static Facts Contrary { get; } = new(false, true, true, 2, 3);

    /// <summary>Facts made of the bits of a number.</summary>
    public static Facts Of(int bits) => new((bits & 1) == 0, (bits & 2) != 0, (bits & 4) != 0, bits >> 3 & 3, bits >> 5 & 1);

    public JsonObject ToInput() => new()
    {
        ["facts"] = new JsonObject
        {
            ["track"] = Rapid ? "rapid" : "standard",
            ["regional"] = false,
            ["endorsed"] = Endorsed,
            ["committeeRequired"] = CommitteeRequired,
            ["openMissions"] = 0,
            ["openRecommendations"] = OpenRecommendations,
            ["outcomes"] = new JsonObject(),
            ["rounds"] = new JsonObject { ["termsApproval"] = Rounds },
        },
    };
}
