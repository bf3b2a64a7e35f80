using TechAssist.Core.Terms;

namespace TechAssist.Core.EndOfMission;

/// <summary>A deliverable of the approved terms, for which the report must account.</summary>
/// <param name="Number">Its number in the terms, from 1.</param>
public sealed record PromisedDeliverable(int Number, LangText Title)
{
    public static IReadOnlyList<PromisedDeliverable> Of(TermsContent? terms) =>
        terms is null ? [] : [.. terms.Deliverables.Select((deliverable, index) => new PromisedDeliverable(index + 1, deliverable.Title))];

    /// <summary>Those of which no row says what became.</summary>
    public static IReadOnlyList<PromisedDeliverable> Missing(IReadOnlyList<PromisedDeliverable> promised, IReadOnlyList<ReportDeliverable> rows) =>
        [.. promised.Where(one => !rows.Any(one.IsMeantBy))];

    /// <summary>The row in which the report accounts for it, not filled in yet.</summary>
    public ReportDeliverable ToRow() => new() { Number = Number, Title = Title };

    /// <summary>Rows that come from elsewhere, such as a table in Word, have no number: those are known by their title.</summary>
    private bool IsMeantBy(ReportDeliverable row) =>
        row.Number is { } number ? number == Number : IsSame(row.Title.Fr, Title.Fr) || IsSame(row.Title.En, Title.En);

    private static bool IsSame(string? text, string? other) =>
        !string.IsNullOrWhiteSpace(text) && string.Equals(text.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);
}
