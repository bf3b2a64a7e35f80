using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.FollowUp;
using TechAssist.Web.Forms;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Appraisals;

/// <summary>What the secretariat said of the expert who reads, and what the expert says to it.</summary>
public sealed class IndexModel(ListAppraisals listAppraisals, RemarkOnAppraisal remark, StepFormTexts words) : PortalPage
{
    /// <summary>The appraisal that is being answered.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? On { get; set; }

    [BindProperty]
    public RemarkOnAppraisalInput Input { get; set; } = new();

    public IReadOnlyList<AppraisalRow> Appraisals { get; private set; } = [];

    public StepFormTexts Words => words;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Input = new RemarkOnAppraisalInput { Remark = Appraisals.FirstOrDefault(row => row.Id == On)?.Remark };
    }

    public override async Task LoadAsync(CancellationToken cancellationToken) => Appraisals = await listAppraisals.ExecuteAsync(Actor, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await remark.ExecuteAsync(On ?? Guid.Empty, Input, Actor, cancellationToken);
        Flash("Appraisals.Remarked");
        return LocalRedirect(Links.Appraisals);
    }
}
