using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Clock;
using TechAssist.Core.Experts;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Roster;

/// <summary>Takes absences into a profile from the iCalendar file of the expert's own calendar program: first it shows them, and only what is
/// chosen is taken. Their names stay in the file.</summary>
[RequestSizeLimit(2 * MostBytes)]
public sealed class AbsencesModel(GetExpertCalendar getCalendar, TakeAbsences take, TimeProvider clock) : PortalPage
{
    public const int MostBytes = 1024 * 1024;

    /// <summary>How far ahead the file is read.</summary>
    public const int MonthsAhead = 24;

    public sealed record UploadInput
    {
        public IFormFile? File { get; init; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public UploadInput Input { get; set; } = new();

    /// <summary>Of the profile, as it was when the file was read.</summary>
    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    public ExpertCalendarView Expert { get; private set; } = null!;

    public IReadOnlyList<FileAbsence>? Found { get; private set; }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    /// <exception cref="NotFoundException">Not the reader's to change.</exception>
    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Expert = await getCalendar.ExecuteAsync(Id, Actor, cancellationToken);
        if (!Expert.MayEdit)
        {
            throw new NotFoundException("The calendar");
        }
    }

    /// <summary>Reads the file and shows its days; nothing is saved.</summary>
    public async Task<IActionResult> OnPostReadAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var file = Input.File is { Length: > 0 } sent ? sent : throw new InvalidInputException("file", "required");
        if (file.Length > MostBytes)
        {
            throw new InvalidInputException("file", "not-a-calendar");
        }

        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        Found = AbsenceFile.Read(await reader.ReadToEndAsync(cancellationToken), Today, Today.AddMonths(MonthsAhead));
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Chosen.Count == 0)
        {
            return Again("Calendars.NothingChosen");
        }

        await take.ExecuteAsync(Id, new TakeAbsencesInput([.. Chosen.Select(PeriodOf)], Revision), Actor, cancellationToken);
        Flash("ExpertCalendar.Taken");
        return LocalRedirect(Links.ExpertCalendar(Id));
    }

    /// <summary>What the form sends back.</summary>
    public static string Value(FileAbsence found) => $"{found.From:yyyy-MM-dd}/{found.To:yyyy-MM-dd}";

    /// <summary>The profile says so already.</summary>
    public bool IsKnown(FileAbsence found) => Expert.Profile.Unavailable.Any(period => period.From <= found.From && period.To >= found.To);

    public bool IsNew(FileAbsence found) => !found.IsFree && !IsKnown(found);

    private static Period PeriodOf(string value) => value.Split('/') is [var from, var to] ? new Period { From = Day(from), To = Day(to) } : new Period();

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
