using TechAssist.Core;
using TechAssist.Core.Board;
using TechAssist.Core.Reference;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Board;

/// <summary>What the board can be filtered by.</summary>
public sealed record BoardChoices(IReadOnlyList<BoardOfficer> Officers, IReadOnlyList<Choice> Countries)
{
    public static BoardChoices Of(IReadOnlyList<BoardOfficer> officers, ReferenceCatalog reference, TimeProvider clock) => new(
        officers,
        [.. reference.Current.BeneficiariesOn(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), Languages.Current)
            .Select(country => new Choice(country.Code, country.Name(Languages.Current)))]);
}
