using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Reference;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Admin.Reference;

/// <summary>The rows of one type, with their certainty and where they were read.</summary>
public sealed class ListModel(ReferenceCatalog catalog, ReferenceChoices choices) : PortalPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string Type { get; set; } = "";

    /// <summary>Words in the code or the names.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public Certainty? Certainty { get; set; }

    /// <summary>The code of the last row of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<ReferenceRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public ReferenceChoices Choices => choices;

    /// <summary>A row's name, or what it joins where it has none.</summary>
    public string NameOf(ReferenceRow row) => row switch
    {
        NamedRow named => named.Name(Languages.Current),
        Membership membership => $"{choices.Country(membership.CountryCode)}, {choices.Word(membership.Kind)}",
        ObjectiveLink link => $"{link.FromCode} → {link.ToCode}",
        _ => row.Code,
    };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        var found = ReferenceKind.Of(Type).Rows(await catalog.GetAsync(cancellationToken))
            .Where(row => Certainty is null || row.Certainty == Certainty)
            .Where(Fits)
            .OrderBy(row => row.Code, StringComparer.Ordinal)
            .Where(row => After is null || string.CompareOrdinal(row.Code, After) > 0)
            .Take(PageSize + 1)
            .ToList();
        Next = found.Count > PageSize ? found[PageSize - 1].Code : null;
        Rows = [.. found.Take(PageSize)];
    }

    private bool Fits(ReferenceRow row)
    {
        var words = (Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var said = row is NamedRow named ? $"{row.Code} {named.NameFr} {named.NameEn}" : $"{row.Code} {NameOf(row)}";
        return words.All(word => Languages.Culture(Languages.Current).CompareInfo.IndexOf(
            said, word, System.Globalization.CompareOptions.IgnoreCase | System.Globalization.CompareOptions.IgnoreNonSpace) >= 0);
    }
}
