namespace TechAssist.Core.Experts;

/// <summary>Keeps search rows in step with the profile they are written from.</summary>
internal static class SearchRows
{
    /// <summary>Drops the rows that no longer say what the profile says and adds the missing ones; the others stay untouched.</summary>
    public static void Follow<TRow, TItem>(this List<TRow> rows, IEnumerable<TItem> items, Func<TRow, TItem, bool> says, Func<TItem, TRow> write)
    {
        List<TItem> wanted = [.. items];
        rows.RemoveAll(row => !wanted.Exists(item => says(row, item)));
        rows.AddRange(wanted.Where(item => !rows.Exists(row => says(row, item))).Select(write).ToList());
    }
}
