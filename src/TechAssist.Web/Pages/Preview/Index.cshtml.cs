using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.EndOfMission;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Preview;

/// <summary>Shows a text in limited Markdown as it will stand on a page and in a document. Changes nothing.</summary>
public sealed class IndexModel : PortalPage
{
    [BindProperty]
    public string? Text { get; set; }

    public IActionResult OnPost()
    {
        if (Text?.Length > ReportContent.MostText)
        {
            throw new InvalidInputException("text", "too-long", ReportContent.MostText);
        }

        return Page();
    }
}
