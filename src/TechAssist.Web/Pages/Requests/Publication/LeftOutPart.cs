using TechAssist.Core.EndOfMission.Publication;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Publication;

/// <summary>Whether a part of the report is left out, and the form with which that is changed.</summary>
/// <param name="LeftOut">Null where it is published.</param>
/// <param name="IsSection">It is all of its section.</param>
public sealed record LeftOutPart(string Place, Restriction? LeftOut, IndexModel Page, bool IsSection)
{
    public bool MayPutBack => Page.Version.MayLeaveOut && LeftOut is { } known && known.IsFromBeneficiary != Page.Version.IsForStaff;

    /// <summary>The form for it was refused: it is shown open, with what was typed.</summary>
    public bool IsTyped => Page.Place == Place && !Page.ModelState.IsValid;

    /// <summary>Only the refused form has the id to which the error summary leads.</summary>
    public string Id => IsTyped ? "reason" : "reason-" + FieldNames.Id(Place);
}
