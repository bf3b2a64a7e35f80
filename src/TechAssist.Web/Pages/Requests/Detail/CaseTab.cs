using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.People;
using TechAssist.Core.Requests.Cases;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Detail;

/// <summary>A page of a case: the head that all of them share, and the part that is open.</summary>
public abstract class CaseTab : PortalPage
{
    public static readonly string[] Tabs = ["", "request", "timeline", "messages", "documents", "people", "process"];

    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    public CaseStanding Standing { get; private set; } = null!;

    /// <summary>Which of <see cref="Tabs"/> this page is.</summary>
    public abstract string Tab { get; }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var get = HttpContext.RequestServices.GetRequiredService<GetCaseStanding>();
        Standing = await get.ExecuteAsync(Reference, Actor, cancellationToken);
        ViewData["Title"] = $"{Standing.Reference} {Standing.Title.In(Languages.Current)}";
        ViewData["Trail"] = new (string, string)[] { (T["Requests.Title"], Links.Requests) };
        ViewData["Wide"] = true;
    }

    /// <summary>Who acts in a step: names for the secretariat, sides for everybody else.</summary>
    public string WhoActs(StandingStep step)
    {
        if (step.MyTaskId is not null && step.People.Count <= 1)
        {
            return T["Case.You"];
        }

        if (step.People.Count > 0)
        {
            return string.Join(", ", step.People);
        }

        var sides = step.Roles.Select(role => !Standing.IsForStaff && Roles.Secretariat.Contains(role) ? T["Case.Secretariat"] : T["Role." + role]);
        return step.Roles.Count == 0 ? T["Case.Nobody"] : string.Join(", ", sides.Distinct());
    }

    /// <summary>What is said of the stage: for the case as a whole, in plain words.</summary>
    public string StageText => Standing.Status switch
    {
        Core.Requests.RequestStatus.Closed => T["Result." + Standing.Result],
        Core.Requests.RequestStatus.OnHold or Core.Requests.RequestStatus.Suspended => T["Status." + Standing.Status],
        _ => T["Stage." + Standing.Stage],
    };
}
