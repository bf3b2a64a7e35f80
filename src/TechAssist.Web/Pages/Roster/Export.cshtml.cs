using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Imports;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Roster;

/// <summary>Takes out what the search of the roster found, as a table. Sent by a form: it leaves a line in the history.</summary>
[Authorize(Access.Secretariat)]
public sealed class ExportModel(ExportRoster exportRoster, TimeProvider clock) : PortalPage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public RosterFilter Filter { get; set; } = new();

    [BindProperty]
    public TableFormat Format { get; set; } = TableFormat.Xlsx;

    public IReadOnlyList<Choice> Formats => [.. Enum.GetValues<TableFormat>().Reverse().Select(format => new Choice(format.ToString(), T["TableFormat." + format], T["TableFormat.Hint." + format]))];

    public void OnGet()
    {
        // Everything shown comes with the page.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (file, _) = await exportRoster.ExecuteAsync(Filter, Format, Languages.Current, Actor, cancellationToken);
        var name = T["Export.FileName", clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)];
        return Format == TableFormat.Csv
            ? File(file, "text/csv; charset=utf-8", name + ".csv")
            : File(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + ".xlsx");
    }
}
