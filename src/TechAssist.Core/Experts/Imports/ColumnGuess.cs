using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts.Tables;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Imports;

/// <summary>Guesses which column of the roster a column of a file is: by what was said of that name before, else by its French
/// and English names.</summary>
internal static class ColumnGuess
{
    private const int MostHeader = 200;

    private static readonly Dictionary<string, string> Names = AllNames();

    /// <returns>One for each column of the file; every column of the roster at most once.</returns>
    public static async Task<IReadOnlyList<string?>> OfAsync(TechAssistDb db, IReadOnlyList<string> headers, CancellationToken cancellationToken)
    {
        var folded = headers.Select(Fold).ToArray();
        var known = await db.ImportColumnNames.AsNoTracking()
            .Where(name => folded.Contains(name.Header)).ToDictionaryAsync(name => name.Header, name => name.Column, cancellationToken);
        var taken = new HashSet<string>();
        return
        [
            .. folded.Select(header =>
            {
                var key = known.TryGetValue(header, out var column) ? column : Names.GetValueOrDefault(header);
                return RosterColumns.Find(key) is not null && taken.Add(key!) ? key : null;
            }),
        ];
    }

    /// <summary>What was said is the guess of the next file.</summary>
    public static async Task RememberAsync(TechAssistDb db, IReadOnlyList<string> headers, IReadOnlyList<string?> mapping, DateTime now, CancellationToken cancellationToken)
    {
        var said = headers.Select(Fold).Zip(mapping).Where(pair => pair.First.Length > 0).DistinctBy(pair => pair.First).ToList();
        var folded = said.Select(pair => pair.First).ToArray();
        var known = await db.ImportColumnNames.Where(name => folded.Contains(name.Header)).ToDictionaryAsync(name => name.Header, cancellationToken);
        foreach (var (header, column) in said)
        {
            if (known.TryGetValue(header, out var name))
            {
                name.Say(column, now);
            }
            else if (column is not null || Names.ContainsKey(header))
            {
                db.ImportColumnNames.Add(new ImportColumnName(header, column, now));
            }
        }
    }

    private static string Fold(string header)
    {
        var folded = FoldedText.Of(header);
        return folded.Length <= MostHeader ? folded : folded[..MostHeader];
    }

    private static Dictionary<string, string> AllNames()
    {
        var names = new Dictionary<string, string>();
        foreach (var column in RosterColumns.All)
        {
            names.TryAdd(FoldedText.Of(column.Key), column.Key);
            foreach (var name in Languages.All.SelectMany(language => RosterWords.Names("Import.Column." + column.Key, language)))
            {
                names.TryAdd(FoldedText.Of(name), column.Key);
            }
        }

        return names;
    }
}
