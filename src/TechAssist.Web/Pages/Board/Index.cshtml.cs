using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Board;
using TechAssist.Core.Reference;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Board;

/// <summary>Every open case by stage, for whoever steers.</summary>
[Authorize(Access.Internals)]
public sealed class IndexModel(GetBoard getBoard, ReferenceCatalog reference, TimeProvider clock) : PortalPage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public BoardFilter Input { get; set; } = new();

    public CaseBoard Board { get; private set; } = null!;

    public BoardChoices Choices { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Board = await getBoard.ExecuteAsync(Input, Actor, cancellationToken);
        Choices = BoardChoices.Of(Board.Officers, reference, clock);
    }

    /// <summary>Names for the people, roles where nobody holds them.</summary>
    public string Holders(BoardCase shown) => string.Join(", ", shown.Holders.Select(holder => holder.Name ?? T["Board.NobodyAs", T["Role." + holder.Role]]).Distinct());

    public string CountryName(string? code) => reference.Current.Country(code)?.Name(Languages.Current) ?? code ?? "";
}
