namespace TechAssist.Core.Experts.Calls;

/// <summary>What an officer does with the calls of a case, for the page that shows them all.</summary>
public sealed record CallDesk(ListCalls List, ProlongCall Prolong, StandDownCall StandDown);
