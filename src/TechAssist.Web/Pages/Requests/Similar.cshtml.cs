using TechAssist.Core;
using TechAssist.Core.Search;

namespace TechAssist.Web.Pages.Requests;

/// <summary>Past cases like this one, with why they are and what they taught. Shown inside the pages of whoever assesses the case or writes
/// its report.</summary>
public sealed class SimilarModel(FindSimilarCases findSimilarCases) : CasePage
{
    public IReadOnlyList<SimilarCase> Cases { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        Cases = await findSimilarCases.ExecuteAsync(Case.Id, Actor, cancellationToken);
    }

    /// <summary>What two cases share, in words.</summary>
    public string Said(SimilarPart part) => string.Join(", ", part.Codes.Select(code => part.Kind switch
    {
        SimilarPartKind.Theme => Choices.Theme(code),
        SimilarPartKind.Objective => Choices.Objective(code).Split(' ')[0],
        SimilarPartKind.Type => Choices.AssistanceType(code),
        SimilarPartKind.Country or SimilarPartKind.Region => Choices.Country(code),
        _ => code,
    }));

    /// <summary>The beginning of a text, without its markup.</summary>
    public static string Beginning(LangText text) => string.Concat(Excerpt.Of(In(text), SearchWords.Of(null)).Select(part => part.Text));
}
