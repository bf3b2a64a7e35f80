using Microsoft.Extensions.Options;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Terms;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Documents;

/// <summary>Reads terms of reference into a document.</summary>
public sealed class BuildTerms(TechAssistDb db, GetTerms getTerms, ReferenceCatalog reference, IOptions<Letterhead> letterhead)
{
    /// <summary>As this reader may see them: a draft and the budget are the secretariat's.</summary>
    /// <returns>Null when there are none for this reader.</returns>
    public async Task<(Paper Paper, int Version)?> ForAsync(AssistanceRequest request, string language, int? version, Actor actor, CancellationToken cancellationToken) =>
        await getTerms.ExecuteAsync(request.Id, version, actor, cancellationToken) is { } view
            ? (Write(new TermsPaper(request, view.Content, view.Version, view.Status, view.ApprovedAt ?? view.SubmittedAt ?? view.SavedAt), language), view.Version)
            : null;

    /// <summary>As they are filed with the case: the latest version, without the budget. Sees what the running act has not saved yet.</summary>
    public async Task<(Paper Paper, int Version)?> ToFileAsync(AssistanceRequest request, string language, DateTime now, CancellationToken cancellationToken) =>
        await db.LatestTermsAsync(request.Id, cancellationToken) is { } terms
            ? (Write(new TermsPaper(request, terms.Content with { Budget = null }, terms.Version, terms.Status, terms.ApprovedAt ?? now), language), terms.Version)
            : null;

    private Paper Write(TermsPaper terms, string language)
    {
        var words = letterhead.Value.Words(language);
        var data = reference.Current;
        return new TermsText(terms, new CaseHeading(terms.Request, data, words), words, letterhead.Value, data.Calendars.Secretariat).Write();
    }
}
