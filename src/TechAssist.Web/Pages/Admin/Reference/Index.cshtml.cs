using TechAssist.Core.Reference;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Admin.Reference;

/// <summary>The types of reference data, and how sure their rows are.</summary>
public sealed class IndexModel(ReferenceCatalog catalog) : PortalPage
{
    public sealed record KindRow(string Key, int Count, int UnconfirmedCount, int EditedCount);

    public IReadOnlyList<KindRow> Kinds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var data = await catalog.GetAsync(cancellationToken);
        Kinds = [.. ReferenceKind.All.Select(kind => (kind.Key, Rows: kind.Rows(data))).Select(kind => new KindRow(
            kind.Key, kind.Rows.Count, kind.Rows.Count(row => row.Certainty != Certainty.Confirmed), kind.Rows.Count(row => row.EditedAt is not null)))];
    }
}
