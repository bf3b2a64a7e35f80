using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Clock;
using TechAssist.Core.Requests.Steering;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Due;

/// <summary>Why a due time is what it is: from its start, line by line. Whoever steers the case publishes here what a changed calendar gives.</summary>
public sealed class IndexModel(RecountDue recount) : DuePage
{
    /// <summary>Days counted one by one in the text; a longer line says from when to when.</summary>
    private const int MostDaysNamed = 20;

    [BindProperty]
    public SteeringInput Input { get; set; } = new();

    protected override string TitleKey => "DueWhy.Title";

    /// <summary>The lines with the days that counted in them; none where the limit is not in working days, or they are too many to name.</summary>
    public IEnumerable<(DueLine Line, List<DateOnly> Counted)> Rows => Due.Due.Lines.Select((line, index) => (line, Counted(line, index)));

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await recount.ExecuteAsync(Reference, Id, Input, Actor, cancellationToken);
        Flash("DueWhy.Published");
        return LocalRedirect(Links.Due(Reference, Id));
    }

    private List<DateOnly> Counted(DueLine line, int index)
    {
        if (Due.Due.Limit.Unit != LimitUnit.WorkingDays || line.Kind is DueLineKind.Extension or DueLineKind.Recount)
        {
            return [];
        }

        var from = Day(index == 0 ? Due.Due.StartAt : Due.Due.Lines[index - 1].DueAt);
        List<DateOnly> days = [.. Enumerable.Range(1, Math.Max(0, Day(line.DueAt).DayNumber - from.DayNumber)).Select(from.AddDays).Except(line.Skipped.Select(day => day.On))];
        return days.Count <= MostDaysNamed ? days : [];
    }

    private DateOnly Day(DateTime instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(instant, Due.Zone));
}
