using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests.Steering;
using TechAssist.Core.Work;
using TechAssist.Core.Workflows;

namespace TechAssist.Core.Requests.Cases;

/// <summary>Where a case stands: the head of all its pages. Three queries, however many steps are open, and a fourth where experts are to act.</summary>
public sealed class GetCaseStanding(TechAssistDb db, WorkflowCatalog workflows, DueTimes dueTimes, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such case, or not the actor's to know.</exception>
    public async Task<CaseStanding> ExecuteAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        var request = await db.Requests.VisibleTo(actor).AsNoTracking().Include(row => row.Countries)
            .SingleOrDefaultAsync(row => row.Reference == reference, cancellationToken) ?? throw new NotFoundException("The request");
        var isForStaff = actor.SeesInternals();
        return new CaseStanding
        {
            Id = request.Id,
            Reference = request.Reference!,
            Title = new LangText(request.TitleFr, request.TitleEn),
            Country = request.Country,
            Countries = [.. request.Countries.Select(country => country.Country).OrderBy(code => code != request.Country).ThenBy(code => code, StringComparer.Ordinal)],
            Track = request.Track,
            Status = request.Status,
            Stage = request.Stage,
            Result = request.Result,
            CaseOfficer = await db.People.Where(person => person.Id == request.CaseOfficerId).Select(person => person.Name).SingleOrDefaultAsync(cancellationToken),
            SubmittedAt = request.SubmittedAt,
            ClosedAt = request.ClosedAt,
            HoldUntilOn = request.HoldUntilOn,
            Revision = request.Revision,
            HasConfirmations = request.IsRegional || request.Content.CoRequesters.Count > 0 || (actor.IsSecretariat && request.EndorsedAt is null),
            IsForStaff = isForStaff,
            IsWorkedOn = request.IsWorkedOnBy(actor),
            Steps = await StepsAsync(request, actor, isForStaff, cancellationToken),
            Rights = RightsOf(request, actor),
        };
    }

    private async Task<IReadOnlyList<StandingStep>> StepsAsync(AssistanceRequest request, Actor actor, bool isForStaff, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var mayMove = request.Status == RequestStatus.Open && actor.Could(person => SteeringCase.MayHold(request, person));
        var rows = await db.Steps.AsNoTracking()
            .Where(step => step.RequestId == request.Id && step.ClosedAt == null)
            .OrderBy(step => step.OpenedAt).ThenBy(step => step.Id)
            .Select(step => new
            {
                step.Run.Definition,
                step.Run.Version,
                step.StepId,
                step.Stage,
                step.Form,
                step.MissionId,
                step.OpenedAt,
                step.DueAt,
                step.Id,
                step.Due,
                Items = step.Items.Where(item => item.ClosedAt == null)
                    .Select(item => new { item.Id, item.PersonId, item.Role, Name = db.People.Where(person => person.Id == item.PersonId).Select(person => person.Name).FirstOrDefault() })
                    .ToList(),
            })
            .ToListAsync(cancellationToken);
        var calendarOf = mayMove ? await dueTimes.FindAllAsync(rows.Select(row => row.Due?.Calendar), cancellationToken) : null;
        var steps = rows.Select(row =>
        {
            var definition = workflows.Get(row.Definition, row.Version).FindStep(row.StepId)!;
            var mine = row.Items.Find(item => TaskHolder.IsFor(item.PersonId, item.Role, actor));
            return new StandingStep(
                isForStaff || (mine is not null && mine.Role != Role.Requester) ? definition.LabelStaff(actor.Language) : definition.LabelRequester(actor.Language),
                row.Id, row.Stage, row.Form, isForStaff ? [.. row.Items.Select(item => item.Name).OfType<string>().Order()] : [],
                [.. row.Items.Select(item => item.Role).Distinct().Order()], row.MissionId, row.OpenedAt, row.DueAt, row.DueAt < now,
                ZoneOf(row.Due), mine?.Id, calendarOf is not null && IsOtherwiseNow(row.Due, calendarOf));
        }).OrderBy(step => step.MyTaskId is null);
        return isForStaff ? [.. steps] : [.. steps.DistinctBy(step => step.Label)];
    }

    private static bool IsOtherwiseNow(DueAccount? due, Func<string?, WorkingCalendar> calendarOf) =>
        due is not null && due.CountedBy(calendarOf(due.Calendar)).DueAt != due.DueAt;

    private static TimeZoneInfo ZoneOf(DueAccount? due) => due is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(due.TimeZone);

    /// <summary>The rules are the acts' own; here they only decide which buttons are shown.</summary>
    private static SteeringRights RightsOf(AssistanceRequest request, Actor actor)
    {
        var steers = actor.Could(person => SteeringCase.MaySteer(request, person));
        var holds = actor.Could(person => SteeringCase.MayHold(request, person));
        var isOpen = request.Status == RequestStatus.Open;
        var isPaused = request.Status is RequestStatus.OnHold or RequestStatus.Suspended;
        return new SteeringRights(
            Hold: holds && isOpen,
            Continue: holds && isPaused,
            Cancel: steers && request.IsOpen,
            Withdraw: SteeringCase.MayWithdraw(request, actor) && request.IsOpen,
            Reopen: steers && request.Status == RequestStatus.Closed,
            ChangeTrack: steers && isOpen,
            Copy: request.Status == RequestStatus.Closed && (actor.IsSecretariat || SteeringCase.MayWithdraw(request, actor)));
    }
}
