using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Audit;
using TechAssist.Core.Inbox;
using TechAssist.Core.Missions;
using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Cases;
using TechAssist.Core.Work.Tasks;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Detail;

/// <summary>Where a case stands: who acts next and until when, what happens next, and what the reader can do.</summary>
public sealed class IndexModel(GetRequest getRequest, GetCaseRefusal getRefusal, ListTimeline listTimeline, ListMissions listMissions, Bounces bounces) : CaseTab
{
    private const int LatestLines = 5;

    public override string Tab => "";

    public TaskRefusal? Refusal { get; private set; }

    public IReadOnlyList<TimelineRow> Latest { get; private set; } = [];

    public IReadOnlyList<MissionRow> Missions { get; private set; } = [];

    /// <summary>Which of the mails that came back somebody has seen to.</summary>
    [BindProperty]
    public Guid Mail { get; set; }

    /// <summary>Mails of the case that reached nobody; for the secretariat.</summary>
    public IReadOnlyList<BouncedMail> Bounced { get; private set; } = [];

    /// <summary>An address with an id is an old or a draft's one: it leads to the page with the reference.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Guid.TryParse(Reference, out var id))
        {
            var found = await getRequest.ExecuteAsync(id, Languages.Current, Actor, cancellationToken);
            return LocalRedirect(found.Reference is { } reference ? Links.Case(id, reference) : Links.EditRequest(id));
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        Refusal = await getRefusal.ExecuteAsync(Standing, cancellationToken);
        Latest = (await listTimeline.ExecuteAsync(Standing.Id, new PageInput { PageSize = LatestLines }, Languages.Current, Actor, cancellationToken)).Items;
        Bounced = await bounces.OfCaseAsync(Standing.Id, Actor, cancellationToken);
        Missions = await listMissions.OfCaseAsync(Standing.Id, Actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostBounceSeenAsync(CancellationToken cancellationToken)
    {
        await bounces.SeenAsync(Mail, Actor, cancellationToken);
        Flash("Bounce.Seen");
        return LocalRedirect(Links.Case(default, Reference));
    }

    /// <summary>The case has come to that stage, or was closed somewhere: then there may be something to read.</summary>
    public bool HasReached(string stage) => Standing.Stage == "closed" ? Missions.Count > 0 : Order(Standing.Stage) >= Order(stage);

    private static int Order(string stage) => Stages.All.ToList().IndexOf(stage);

    /// <summary>What happens next, in plain words: of the reader's own step first, else of the stage.</summary>
    public string Next
    {
        get
        {
            if (Standing.IsPaused || !Standing.Steps.Any())
            {
                return T[Standing.IsPaused ? "Next." + Standing.Status : "Next.closed"];
            }

            var byForm = "Next.form." + Standing.Steps[0].Form;
            return T[Texts.All.Has(byForm) ? byForm : "Next." + Standing.Steps[0].Stage];
        }
    }
}
