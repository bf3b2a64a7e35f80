using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Clock;
using TechAssist.Core.Work.Duty;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Duty;

/// <summary>Who is on duty for the rapid track, until when, and where nobody is.</summary>
[Authorize(Access.Secretariat)]
public sealed class IndexModel(GetDuty getDuty, PlanDuty planDuty, SecretariatOffice office) : PortalPage
{
    [BindProperty]
    public PlanDutyInput Input { get; set; } = new();

    public DutyView Duty { get; private set; } = null!;

    public DutyRow Now => Duty.Rows[0];

    public IReadOnlyList<Choice> Officers => [new("", T["Duty.Choose"]), .. Duty.Officers.Select(person => new Choice(person.Id.ToString(), person.Name))];

    public string City => T.City(TimeZoneInfo.FindSystemTimeZoneById(office.TimeZone));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        // The first day on which nobody is on duty yet.
        Input = new PlanDutyInput { FromOn = Duty.Rows.First(row => row.IsGap).FromOn };
    }

    public override async Task LoadAsync(CancellationToken cancellationToken) => Duty = await getDuty.ExecuteAsync(Actor, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await planDuty.ExecuteAsync(Input, Actor, cancellationToken);
        Flash("Duty.Planned");
        return LocalRedirect(Links.Duty);
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellationToken)
    {
        await planDuty.CancelAsync(id, Actor, cancellationToken);
        Flash("Duty.Cancelled");
        return LocalRedirect(Links.Duty);
    }

    public async Task<IActionResult> OnPostNoteAsync(HandOverNoteInput handOver, CancellationToken cancellationToken)
    {
        await planDuty.NoteAsync(handOver, Actor, cancellationToken);
        Flash("Duty.NoteSaved");
        return LocalRedirect(Links.Duty);
    }
}
