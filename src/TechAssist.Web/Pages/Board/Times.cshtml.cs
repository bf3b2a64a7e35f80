using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Board;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Board;

/// <summary>How long the steps take against their limits, and which one holds the others up.</summary>
[Authorize(Access.Internals)]
public sealed class TimesModel(GetStepTimes getStepTimes, ListBoardOfficers listOfficers, ReferenceCatalog reference, TimeProvider clock) : PortalPage
{
    private static readonly int[] MonthChoices = [3, 6, 12, 24, 36];

    [BindProperty(SupportsGet = true, Name = "")]
    public TimesInput Input { get; set; } = new();

    public StepTimes Times { get; private set; } = null!;

    public BoardChoices Choices { get; private set; } = null!;

    /// <summary>The usual ones, and what the address asks for.</summary>
    public IEnumerable<int> MonthsShown => MonthChoices.Append(Input.Months).Distinct().Order();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Times = await getStepTimes.ExecuteAsync(Input, Actor, cancellationToken);
        Choices = BoardChoices.Of(await listOfficers.ExecuteAsync(Actor, cancellationToken), reference, clock);
    }

    public string Label(StepTimesRow row) => Input.By switch
    {
        TimesBy.Track => T["Track." + row.Key],
        TimesBy.Country => reference.Current.Country(row.Key)?.Name(Languages.Current) ?? row.Key,
        TimesBy.Officer => row.Label.Length == 0 ? T["Board.NoOfficer"] : row.Label,
        _ => row.Label,
    };

    /// <summary>A track by which a step is told apart from its like in another definition.</summary>
    public string? Way(StepTimesRow row) => Input.By == TimesBy.Step && (row.Key.StartsWith("rapid/", StringComparison.Ordinal) || row.Key.Contains("/rapid", StringComparison.Ordinal)) ? T["Track." + Track.Rapid] : null;

    /// <summary>"2,5": working days in the reader's way of writing.</summary>
    public static string Days(double? days) => days is { } value ? value.ToString("0.#", Languages.Culture(Languages.Current)) : "–";

    public static string Share(double? share) => share is { } value ? value.ToString("P0", Languages.Culture(Languages.Current)) : "–";
}
