using Microsoft.AspNetCore.Authorization;
using TechAssist.Core;
using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Cases;
using TechAssist.Core.Work;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages;

/// <summary>Signed in: what waits for me, what is late, what I follow. Signed out: what the service is.</summary>
[AllowAnonymous]
public sealed class IndexModel(ListMyTasks listMyTasks, ListRequests listRequests, ListIdleCases listIdleCases) : PortalPage
{
    public TaskCounts TaskCount { get; private set; } = new(0, 0, 0);

    /// <summary>What can be done now: tasks of cases on hold wait for their case.</summary>
    public int Waiting => TaskCount.All - TaskCount.Paused;

    public Page<TaskRow> Tasks { get; private set; } = new([], null);

    public Page<RequestRow> Requests { get; private set; } = new([], null);

    public Page<RequestRow> Drafts { get; private set; } = new([], null);

    /// <summary>Cases in which nothing happens; only for whoever can change that.</summary>
    public IReadOnlyList<IdleCase> Idle { get; private set; } = [];

    public bool MaySubmit => PrefillRequest.MayAsk(Actor);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsSignedIn)
        {
            return;
        }

        TaskCount = await listMyTasks.CountAsync(Actor, cancellationToken);
        Tasks = await listMyTasks.ExecuteAsync(new ListMyTasksInput { Paused = false, PageSize = 8 }, Actor, cancellationToken);
        Idle = await listIdleCases.ExecuteAsync(8, Actor, cancellationToken);
        Requests = await listRequests.ExecuteAsync(new ListRequestsInput { PageSize = 8 }, Actor, cancellationToken);
        Drafts = await listRequests.ExecuteAsync(new ListRequestsInput { PageSize = 5, Status = RequestStatus.Draft }, Actor, cancellationToken);
    }
}
