namespace TechAssist.Core.Experts.Tables;

/// <summary>A column of the roster as a table, the same in and out: what an export writes, an import reads.</summary>
/// <param name="Key">Its name in mappings; the words for it are <c>Import.Column.Key</c>.</param>
/// <param name="Take">Reads a filled cell into a profile.</param>
/// <param name="Say">Writes the cell, in "fr" or "en".</param>
internal sealed record RosterColumn(string Key, Func<ExpertProfile, RosterCell, ExpertProfile> Take, Func<ExpertProfile, RosterWords, string, string> Say)
{
    public string Name(string language) => RosterWords.Names("Import.Column." + Key, language)[0];

    /// <summary>How an entry is written, in one line.</summary>
    public static string? Hint(string key, string language) => Messages.All.Has("Import.Hint." + key) ? Messages.Text("Import.Hint." + key, language) : null;
}
