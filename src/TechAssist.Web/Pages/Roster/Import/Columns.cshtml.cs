using Hangfire;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Experts.Imports;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Roster.Import;

/// <summary>Says which column of the file is what. The guess stands chosen.</summary>
[Authorize(Access.Secretariat)]
public sealed class ColumnsModel(GetImport getImport, SteerImport steerImport, IBackgroundJobClient jobs) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ColumnsInput Input { get; set; } = new();

    public RosterImport Import { get; private set; } = null!;

    public IReadOnlyList<FileColumn> Columns { get; private set; } = [];

    public IReadOnlyList<ColumnChoice> Known { get; } = GetImport.Choices(Languages.Current);

    public IReadOnlyList<Choice> Choices => [.. Known.Select(column => new Choice(column.Key, column.Name))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Input = new ColumnsInput { Mapping = [.. Columns.Select(column => column.Key)] };
        return Import.Status is ImportStatus.Columns or ImportStatus.Checked ? Page() : LocalRedirect(Links.Import(Id));
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Import = (await getImport.ExecuteAsync(Id, Actor, cancellationToken)).Import;
        Columns = await getImport.ColumnsAsync(Id, Actor, cancellationToken);

        // The page has a field for every column, whatever was sent.
        Input = new ColumnsInput { Mapping = [.. Columns.Select((_, at) => Input.Mapping.ElementAtOrDefault(at))] };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await steerImport.MapAsync(Id, new MapImportInput(Input.Mapping), Actor, cancellationToken);
        jobs.Enqueue<Jobs.ImportWork>(work => work.WorkAsync(Id, CancellationToken.None));
        return LocalRedirect(Links.Import(Id));
    }

    public sealed record ColumnsInput
    {
        public IReadOnlyList<string?> Mapping { get; init; } = [];
    }
}
