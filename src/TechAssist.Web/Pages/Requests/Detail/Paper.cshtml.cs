using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Documents.Papers;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Detail;

/// <summary>Writes a filed letter or minutes again, in another form or language, for whoever may open the filed one.</summary>
public sealed class PaperModel(CasePapers papers) : PortalPage
{
    /// <param name="reference">The case.</param>
    /// <param name="id">The filed document.</param>
    /// <param name="format">pdf, docx or html.</param>
    /// <param name="lang">"fr" or "en"; the reader's own when not given.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(string reference, Guid id, string format, string? lang, CancellationToken cancellationToken) =>
        HandOut(await papers.AgainAsync(reference, id, format, lang, Actor, cancellationToken));
}
