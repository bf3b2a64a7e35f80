using Microsoft.EntityFrameworkCore;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Workflows;

namespace TechAssist.Core.Requests;

/// <summary>A step that is open now.</summary>
/// <param name="Label">In the actor's language: the staff's words for the secretariat and the auditor, plain ones for everybody else.</param>
/// <param name="Roles">Who acts next.</param>
public sealed record CurrentStep(string Label, string Stage, IReadOnlyList<Role> Roles, Guid? MissionId, DateTime OpenedAt, DateTime? DueAt, bool IsLate);

/// <summary>A case as one actor may see it.</summary>
/// <param name="IsInFull">False for whoever only looks at the portfolio; the contact is then left out of the content.</param>
public sealed record RequestView(
    Guid Id, string? Reference, RequestContent Content, IReadOnlyList<string> Countries, Track Track, RequestStatus Status, string Stage, string? Result,
    DateTime CreatedAt, DateTime? SubmittedAt, DateTime? EndorsedAt, DateTime? ContactConfirmedAt, DateTime? ClosedAt, DateOnly? HoldUntilOn, string? CaseOfficer,
    IReadOnlyList<CurrentStep> Steps, int Revision, bool IsInFull);

/// <summary>Where a case stands: what was asked, which steps are open, who acts next and until when.</summary>
public sealed class GetRequest(TechAssistDb db, WorkflowCatalog workflows, TimeProvider clock)
{
    /// <param name="language">"fr" or "en", for the labels of the open steps.</param>
    /// <exception cref="NotFoundException">No such case, or not the actor's to know.</exception>
    public Task<RequestView> ExecuteAsync(string reference, string language, Actor actor, CancellationToken cancellationToken) =>
        FindAsync(db.Requests.VisibleTo(actor).Where(request => request.Reference == reference), language, actor, cancellationToken);

    /// <inheritdoc cref="ExecuteAsync(string, string, Actor, CancellationToken)"/>
    public Task<RequestView> ExecuteAsync(Guid id, string language, Actor actor, CancellationToken cancellationToken) =>
        FindAsync(db.Requests.VisibleTo(actor).Where(request => request.Id == id), language, actor, cancellationToken);

    /// <summary>The id of a case from its reference.</summary>
    /// <exception cref="NotFoundException">No such case, or not the actor's to know.</exception>
    public async Task<Guid> FindIdAsync(string reference, Actor actor, CancellationToken cancellationToken) =>
        await db.Requests.VisibleTo(actor).Where(request => request.Reference == reference)
            .Select(request => (Guid?)request.Id).SingleOrDefaultAsync(cancellationToken)
        ?? throw new NotFoundException("The request");

    private async Task<RequestView> FindAsync(IQueryable<AssistanceRequest> requests, string language, Actor actor, CancellationToken cancellationToken)
    {
        var inFull = db.Requests.InFullFor(actor);
        var found = await requests.AsNoTracking()
            .Select(request => new
            {
                Request = request,
                Countries = request.Countries.Select(country => country.Country).ToList(),
                CaseOfficer = db.People.Where(person => person.Id == request.CaseOfficerId).Select(person => person.Name).SingleOrDefault(),
                IsInFull = inFull.Any(row => row.Id == request.Id),
            })
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("The request");
        var request = found.Request;
        return new RequestView(
            request.Id, request.Reference, found.IsInFull ? request.Content : request.Content with { Contact = new Contact() },
            [.. found.Countries.OrderBy(code => code != request.Country).ThenBy(code => code, StringComparer.Ordinal)],
            request.Track, request.Status, request.Stage, request.Result, request.CreatedAt, request.SubmittedAt, request.EndorsedAt, request.ContactConfirmedAt, request.ClosedAt,
            request.HoldUntilOn, found.CaseOfficer, await CurrentStepsAsync(request, language, actor, cancellationToken), request.Revision, found.IsInFull);
    }

    private async Task<IReadOnlyList<CurrentStep>> CurrentStepsAsync(AssistanceRequest request, string language, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var steps = await db.Steps.AsNoTracking()
            .Where(step => step.RequestId == request.Id && step.ClosedAt == null)
            .OrderBy(step => step.OpenedAt).ThenBy(step => step.Id)
            .Select(step => new
            {
                step.Run.Definition,
                step.Run.Version,
                step.StepId,
                step.Stage,
                Roles = step.Items.Where(item => item.ClosedAt == null).Select(item => item.Role).ToList(),
                step.MissionId,
                step.OpenedAt,
                step.DueAt,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. steps.Select(step => new CurrentStep(
                workflows.LabelOf(step.Definition, step.Version, step.StepId, language, actor.SeesInternals()) ?? step.Stage,
                step.Stage, [.. step.Roles.Distinct().Order()], step.MissionId, step.OpenedAt, step.DueAt, !request.IsPaused && step.DueAt < now)),
        ];
    }
}
