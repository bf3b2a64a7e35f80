using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using TechAssist.Core.People;
using TechAssist.Core.Search;

namespace TechAssist.Core.Documents;

/// <summary>A fixed text of documents: as it is shipped, and what replaces it.</summary>
/// <param name="Own">By language, where it is replaced.</param>
public sealed record DocumentTextRow(string Key, LangText Shipped, LangText Own)
{
    public bool IsReplaced => !Own.IsEmpty;
}

public sealed record DocumentTextFilter
{
    /// <summary>Words of the key or of the text, in either language.</summary>
    [StringLength(200)]
    public string? Text { get; init; }

    [StringLength(400)]
    public string? After { get; init; }

    /// <summary>Only what is replaced.</summary>
    public bool Replaced { get; init; }
}

/// <summary>The texts of documents that may be replaced, for the administrator.</summary>
public sealed class ListDocumentTexts(IOptions<DocumentTexts> options)
{
    private const int PageSize = 40;

    /// <exception cref="NotFoundException">Not the actor's to see.</exception>
    public Page<DocumentTextRow> Execute(DocumentTextFilter filter, Actor actor)
    {
        if (!actor.Has(Role.Administrator))
        {
            throw new NotFoundException("The texts");
        }

        InputCheck.ThrowIfInvalid(filter);
        var wanted = SearchWords.Fold(filter.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var after = PageMark.Read(filter.After) is var (key, _) ? key : "";
        var rows = DocumentTexts.Replaceable
            .Where(known => string.CompareOrdinal(known, after) > 0)
            .Select(RowOf)
            .Where(row => (!filter.Replaced || row.IsReplaced) && Array.TrueForAll(wanted, word => WordsOf(row).Contains(word, StringComparison.Ordinal)))
            .Take(PageSize + 1)
            .ToList();
        return Page.Of(rows, PageSize, row => new PageMark(row.Key, Guid.Empty), row => row);
    }

    private DocumentTextRow RowOf(string key) => new(
        key,
        new LangText(DocumentTexts.Shipped(key, "fr"), DocumentTexts.Shipped(key, "en")),
        new LangText(options.Value.Find(key, "fr"), options.Value.Find(key, "en")));

    private static string WordsOf(DocumentTextRow row) =>
        SearchWords.Fold(string.Join(' ', row.Key, row.Shipped.Fr, row.Shipped.En, row.Own.Fr, row.Own.En));
}
