namespace TechAssist.Web.Forms;

/// <summary>Which buttons look grave: what they do is hard to take back, or stops somebody's request.</summary>
public static class StepOutcomes
{
    private static readonly string[] Grave =
        ["refuse", "notEligible", "decline", "object", "reject", "cancelled", "cancel", "notReplaced", "interrupted", "nobody", "refer"];

    public static bool IsGrave(string outcome) => Grave.Contains(outcome);
}
