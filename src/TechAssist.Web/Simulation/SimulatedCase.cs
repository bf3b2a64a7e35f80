using TechAssist.Web.Samples;

namespace TechAssist.Web.Simulation;

/// <summary>Where a simulated case stands between two of its events.</summary>
public sealed class SimulatedCase(int number, Script script, Random random)
{
    public int Number => number;

    public Script Script => script;

    public Random Random => random;

    public PlayedCase? Played { get; set; }

    /// <summary>The next act of the script.</summary>
    public int Index { get; set; }

    /// <summary>How often the next act was tried.</summary>
    public int Tries { get; set; }

    /// <summary>When the last act happened (UTC).</summary>
    public DateTime LastAt { get; set; }

    /// <summary>Before this act the case is put on hold; none for most.</summary>
    public int HoldBefore { get; init; } = -1;

    /// <summary>Before this act the requester withdraws; none for most.</summary>
    public int WithdrawBefore { get; init; } = -1;

    public bool IsOnHold { get; set; }

    /// <summary>The script does not fit any more: what is left is the clock's, or the coordinator's to end.</summary>
    public bool IsDropped { get; set; }

    public SampleAct? Next => !IsDropped && Index < script.Acts.Count ? script.Acts[Index] : null;
}
