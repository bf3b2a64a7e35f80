using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Delivery;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Missions.Delivery;

/// <summary>A page on what a mission delivers.</summary>
public abstract class DeliveryPage(GetDelivery getDelivery, GetMission getMission) : CasePage
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public MissionView Mission { get; private set; } = null!;

    public DeliveryView Delivery { get; private set; } = null!;

    public (string, string)[] MissionTrail =>
        [.. Trail, (T["Missions.Title"], Links.Missions(Case.Reference)), (T["Missions.Number", Number], Links.Mission(Case.Reference, Number))];

    public (string, string)[] DeliveryTrail => [.. MissionTrail, (T["Delivery.Title"], DeliveryLinks.Overview(Case.Reference, Number))];

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        Mission = await getMission.OfCaseAsync(Case.Id, Number, Actor, cancellationToken);
        Delivery = await getDelivery.ExecuteAsync(Mission.Id, Actor, cancellationToken);
    }

    /// <summary>"09:30 – 11:00", "9 h 30 – 11 h 00" with spaces that do not break.</summary>
    public static string Hours(Session session) => $"{Time(session.From)} – {Time(session.To)}";

    public static string Time(TimeOnly? time) =>
        time?.ToString(Languages.Current == "fr" ? "H'\u00a0h\u00a0'mm" : "HH:mm", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>Hours of teaching, from minutes.</summary>
    public static decimal HoursOf(int minutes) => Math.Round(minutes / 60m, 1, MidpointRounding.AwayFromZero);

    /// <summary>The mission is not yet, or no longer, to be written in: the reader is led back to what may be read.</summary>
    protected IActionResult? BackUnless(bool may) => may ? null : LocalRedirect(DeliveryLinks.Overview(Case.Reference, Number));
}
