using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Workflows;

namespace TechAssist.Core.Work.Tasks;

/// <summary>One task, for whoever has it to do, and to read for those who may follow it.</summary>
public sealed class GetTask(TechAssistDb db, WorkflowCatalog workflows, StepAnswers answers, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such task, or not the actor's to know of.</exception>
    public async Task<TaskView> ExecuteAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var item = await db.WorkItems.AsNoTrackingWithIdentityResolution()
            .Include(row => row.Step.Run).Include(row => row.Step.Items)
            .SingleOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new NotFoundException("The task");
        var request = await db.Requests.AsNoTracking().Include(row => row.Countries).VisibleTo(actor)
            .SingleOrDefaultAsync(row => row.Id == item.RequestId, cancellationToken) ?? throw new NotFoundException("The task");
        var isMine = TaskHolder.IsFor(item.PersonId, item.Role, actor);
        if (!isMine && !TaskReaders.MayRead(item, request, actor))
        {
            throw new NotFoundException("The task");
        }

        var step = workflows.StepOf(item.Step);
        var form = StepForms.TypeOf(step.Form);
        var isStaff = TaskReaders.IsStaff(actor);
        var before = new TaskHistory(db, workflows);
        var choices = new TaskChoices(db);
        var people = await NamesAsync(item.Step, cancellationToken);
        return new TaskView
        {
            Id = item.Id,
            Revision = item.Revision,
            Case = Summary(request),
            MissionId = item.Step.MissionId,
            MissionNumber = await NumberAsync(item.Step.MissionId, cancellationToken),
            Step = step,
            IsForStaff = isStaff,
            Role = item.Role,
            Person = item.PersonId is { } person ? people.GetValueOrDefault(person) : null,
            OpenedAt = item.OpenedAt,
            DueAt = item.DueAt,
            IsLate = item.IsOpen && !request.IsPaused && item.DueAt < now,
            IsPaused = item.IsOpen && request.IsPaused,
            Due = item.Step.Due,
            Zone = item.Step.Zone,
            StepRowId = item.Step.Id,
            Outcomes = [.. step.Outcomes.Except(StepForms.Empty(step.Form).OutcomesOfTheSystem)],
            IsMine = isMine,
            OnBehalfOf = isMine ? TaskHolder.ActingFor(item, actor).OnBehalfOf?.Name : null,
            IsOpen = item.IsOpen,
            MayAct = isMine && item.IsOpen && !request.IsPaused,
            Answer = item.ClosedAt is { } closedAt
                ? new GivenAnswer(step.LabelStaff(actor.Language), step.Form, item.Outcome, TaskHistory.Fields(item.Answer), item.Role, TaskHistory.By(item.ClosedByName, item.ClosedForName, actor), closedAt)
                : null,
            Draft = isMine && item.Draft is { } draft ? TaskHistory.Fields(draft) : null,
            DraftSavedAt = isMine ? item.DraftSavedAt : null,
            Others = isStaff ? Others(item, people, actor) : [],
            Before = await before.ReadAsync(item, request, actor, cancellationToken),
            Scores = isStaff ? await before.ScoresAsync(item, step, actor, cancellationToken) : [],
            Refusal = await before.RefusalAsync(item, actor, cancellationToken),
            Choices = isMine ? await choices.ForAsync(form, request.Id, item.Step.MissionId, item.Role, actor, cancellationToken) : new Dictionary<string, IReadOnlyList<TaskChoice>>(),
            Missing = isMine && item.IsOpen ? await answers.MissingAsync(item, request, now, cancellationToken) : [],
            Questions = TaskChoices.Questions(form, item),
        };
    }

    private static TaskCase Summary(AssistanceRequest request) => new(
        request.Id, request.Reference, new LangText(request.TitleFr, request.TitleEn), request.Country, request.Track, request.Status,
        request.Content.Institution.Name, request.Content.Problem, request.Content.Objective);

    private static IReadOnlyList<TaskColleague> Others(WorkItem item, Dictionary<Guid, string> people, Actor actor) =>
    [
        .. item.Step.Items.Where(other => other.Id != item.Id && (other.Outcome is not null || other.IsOpen))
            .OrderBy(other => other.Role)
            .Select(other => new TaskColleague(
                TaskHistory.By(other.ClosedByName, other.ClosedForName, actor) ?? (other.PersonId is { } person ? people.GetValueOrDefault(person) : null), other.Role, other.Outcome is not null, other.ClosedAt)),
    ];

    private async Task<int?> NumberAsync(Guid? missionId, CancellationToken cancellationToken) => missionId is null
        ? null
        : await db.Missions.Where(mission => mission.Id == missionId).Select(mission => (int?)mission.Number).SingleOrDefaultAsync(cancellationToken);

    private async Task<Dictionary<Guid, string>> NamesAsync(Step step, CancellationToken cancellationToken)
    {
        var ids = step.Items.Select(item => item.PersonId).OfType<Guid>().ToList();
        return await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
    }
}
