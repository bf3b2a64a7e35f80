using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Documents;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.Pages.Requests;

namespace TechAssist.Web.Pages.Admin.Wording;

/// <summary>A document of a case that does not exist, with the words as they are now.</summary>
public sealed class SampleModel(SampleDocument samples) : PortalPage
{
    public IActionResult OnGet(string document, string format, string? lang)
    {
        var file = samples.Write(document, format, lang ?? Languages.Current, Actor);
        Response.Headers.ContentSecurityPolicy = PapersModel.PaperContent;
        return format == "html" ? File(file.Bytes, file.ContentType) : File(file.Bytes, file.ContentType, file.FileName);
    }
}
