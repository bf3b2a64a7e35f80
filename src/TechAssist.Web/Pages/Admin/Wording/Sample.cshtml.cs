using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Documents;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Admin.Wording;

/// <summary>A document of a case that does not exist, with the words as they are now.</summary>
public sealed class SampleModel(SampleDocument samples) : PortalPage
{
    public IActionResult OnGet(string document, string format, string? lang) =>
        HandOut(samples.Write(document, format, lang ?? Languages.Current, Actor));
}
