using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Documents;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests;

/// <summary>Hands out a document of a case, written now with what this reader may see.</summary>
public sealed class PapersModel(RenderDocument renderDocument) : PortalPage
{
    /// <param name="reference">The case.</param>
    /// <param name="document">As RenderDocument names it.</param>
    /// <param name="format">pdf, docx or html.</param>
    /// <param name="lang">"fr" or "en"; the reader's own when not given.</param>
    /// <param name="mission">Number of the mission whose report it is.</param>
    /// <param name="version">Version of the terms.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(
        string reference, string document, string format, string? lang, int? mission, int? version, CancellationToken cancellationToken)
    {
        var input = new RenderDocumentInput(reference, document) { Format = format, Language = lang, Mission = mission, Version = version };
        return HandOut(await renderDocument.ExecuteAsync(input, Actor, cancellationToken));
    }
}
