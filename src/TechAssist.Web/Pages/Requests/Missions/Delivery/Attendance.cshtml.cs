using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Delivery;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Missions.Delivery;

/// <summary>Who was in which session, a day at a time: a grid that is a list on a phone.</summary>
public sealed class AttendanceModel(GetDelivery getDelivery, GetMission getMission, MarkAttendance markAttendance) : DeliveryPage(getDelivery, getMission)
{
    /// <summary>The day shown; the latest that has come when not given.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public List<string> Present { get; set; } = [];

    /// <summary>What was ticked when the page was opened.</summary>
    [BindProperty]
    public List<string> Seen { get; set; } = [];

    /// <summary>The session in which everybody was.</summary>
    [BindProperty]
    public Guid? All { get; set; }

    public IReadOnlyList<DateOnly> SessionDays => [.. Delivery.Plan.Sessions.Select(session => session.On).OfType<DateOnly>().Distinct().Order()];

    public IReadOnlyList<Session> Sessions => [.. Delivery.Plan.Sessions.Where(session => session.On == Day)];

    public bool HasCome => Day <= Delivery.Today;

    /// <summary>As ticked now, also where the page is shown again.</summary>
    public bool IsTicked(ParticipantRow person, Session session) =>
        HttpMethods.IsPost(Request.Method) ? Present.Contains(new AttendanceMark(session.Id, person.Id).ToString()) : person.Attended.Contains(session.Id);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        if (Day is not { } day || !SessionDays.Contains(day))
        {
            Day = SessionDays.Where(day => day <= Delivery.Today).Cast<DateOnly?>().LastOrDefault() ?? SessionDays.Cast<DateOnly?>().FirstOrDefault();
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await markAttendance.ExecuteAsync(Delivery.MissionId, new MarkAttendanceInput(Read(Present), Read(Seen)) { AllOf = All }, Actor, cancellationToken);
        Flash("Delivery.AttendanceSaved");
        return LocalRedirect(DeliveryLinks.Attendance(Case.Reference, Number, Day));
    }

    private static HashSet<AttendanceMark> Read(List<string> marks) => [.. marks.Select(AttendanceMark.Read).OfType<AttendanceMark>()];
}
