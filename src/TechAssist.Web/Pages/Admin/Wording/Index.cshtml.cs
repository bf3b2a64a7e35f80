using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Documents;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Admin.Wording;

/// <summary>The fixed words of documents: as shipped, and as they are now.</summary>
public sealed class IndexModel(ListDocumentTexts listTexts) : PortalPage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public DocumentTextFilter Filter { get; set; } = new();

    public Page<DocumentTextRow> Rows { get; private set; } = new([], null);

    public void OnGet() => Rows = listTexts.Execute(Filter, Actor);
}
