using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Clock;
using TechAssist.Core.Reference;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Admin.Calendars;

/// <summary>Takes the holidays of a year from an iCalendar file: first it shows what the file says beside what is known, and the administrator
/// chooses. Feeds hold wrong days; none is taken unseen.</summary>
[RequestSizeLimit(2 * MostBytes)]
public sealed class ImportModel(ReferenceCatalog catalog, ReferenceChoices choices, EnterDays enter, TimeProvider clock) : CalendarPage(catalog, choices, clock)
{
    public const int MostBytes = 1024 * 1024;

    private const string Tentative = "tentative";

    /// <summary>What can be said of a file.</summary>
    public static readonly IReadOnlyList<Certainty> Certainties = [Certainty.Confirmed, Certainty.ToBeConfirmed, Certainty.Unverified];

    /// <summary>How a day of the file stands beside what is known.</summary>
    public enum Standing { New, Known, Corrects }

    /// <param name="Value">What the form sends back: day, code of the corrected holiday, whether the file holds it for certain, name.</param>
    public sealed record FoundDay(DateOnly On, string Name, bool IsTentative, Standing Standing, string? Replaces, string Value);

    public sealed record UploadInput
    {
        public IFormFile? File { get; init; }
    }

    [BindProperty]
    public UploadInput Input { get; set; } = new();

    [BindProperty]
    public string? Source { get; set; }

    /// <summary>How far the file is to be believed. A file is no announcement: it is confirmed only where somebody says so.</summary>
    [BindProperty]
    public Certainty Certainty { get; set; } = Certainty.ToBeConfirmed;

    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    public IReadOnlyList<FoundDay>? Found { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

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
        Found = [.. HolidayFile.Read(await reader.ReadToEndAsync(cancellationToken), Year).Select(Place)];
        Source = $"iCalendar: {file.FileName}";
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

        var count = await enter.ExecuteAsync(new EnterDaysInput { Calendar = Calendar, Source = Source, Certainty = Certainty, Days = [.. Chosen.Select(Day)] }, Actor, cancellationToken);
        Flash("Calendars.Imported", count);
        return LocalRedirect(Links.Calendar(Calendar, Year));
    }

    /// <summary>A day on which a holiday is known already is no news; one of the same name as a computed one nearby corrects it.</summary>
    private FoundDay Place(FileDay day)
    {
        var near = Shown.HolidaysOf(Year).Where(known => !known.Holiday.IsWorked && Math.Abs(known.On.DayNumber - day.On.DayNumber) <= CalendarHoliday.CorrectionReach).ToList();
        var corrected = near.Find(known => known.On != day.On && known.Holiday.Rule is not HolidayRule.Once && IsNamed(known.Holiday, day.Name)).Holiday;
        var standing = near.Exists(known => known.On == day.On) ? Standing.Known : corrected is null ? Standing.New : Standing.Corrects;
        var code = standing == Standing.Corrects ? corrected!.Code : null;
        return new FoundDay(day.On, day.Name, day.IsTentative, standing, corrected?.Name(Languages.Current), $"{day.On:yyyy-MM-dd}|{code}|{(day.IsTentative ? Tentative : "")}|{day.Name}");
    }

    private static bool IsNamed(CalendarHoliday holiday, string name) => name.Length > 3 && new[] { holiday.NameEn, holiday.NameFr }.Any(known =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(known, name, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0
        || CultureInfo.InvariantCulture.CompareInfo.IndexOf(name, known, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);

    private static EnteredDay Day(string value) => value.Split('|', 4) is [var on, var code, var status, var name]
        ? new EnteredDay
        {
            On = DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            Corrects = Blank.ToNull(code),
            IsTentative = status == Tentative,
            NameEn = Blank.ToNull(name),
        }
        : new EnteredDay();
}
