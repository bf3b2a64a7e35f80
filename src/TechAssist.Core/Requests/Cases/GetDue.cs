using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.Experts;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests.Steering;
using TechAssist.Core.Work;
using TechAssist.Core.Workflows;

namespace TechAssist.Core.Requests.Cases;

/// <summary>A due time with the account it gives of itself, for one reader.</summary>
public sealed record DueView
{
    public required Guid RequestId { get; init; }

    public required string Reference { get; init; }

    public required LangText Title { get; init; }

    public required int Revision { get; init; }

    public required Guid StepRowId { get; init; }

    /// <summary>What is to be done, in the reader's words.</summary>
    public required string Label { get; init; }

    /// <summary>Whose calendar: "secretariat", a country's two letters, or an expert's key.</summary>
    public required string Calendar { get; init; }

    public required DueAccount Due { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public bool IsOpen { get; init; }

    public bool IsLate { get; init; }

    public bool IsPaused { get; init; }

    /// <summary>Names of whoever moved it are shown.</summary>
    public bool IsForStaff { get; init; }

    public bool MayMove { get; init; }

    /// <summary>There is a page of the calendar for this reader: an expert's for the expert and the secretariat, the others for administrators.</summary>
    public bool MaySeeCalendar { get; init; }

    /// <summary>What it would come to in the calendar as it stands now, where that is another time; null for readers who cannot publish it.</summary>
    public DateTime? CountedAt { get; init; }

    /// <summary>A working day that an extension may well go to.</summary>
    public DateOnly SuggestedOn { get; init; }
}

/// <summary>Explains a due time to whoever may see the case.</summary>
public sealed class GetDue(TechAssistDb db, WorkflowCatalog workflows, DueTimes dueTimes, TimeProvider clock)
{
    private const int SuggestedDays = 5;

    /// <exception cref="NotFoundException">No such case or step, not the actor's to know, or a step without a due time.</exception>
    public async Task<DueView> ExecuteAsync(string reference, Guid stepRowId, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var request = await db.Requests.VisibleTo(actor).AsNoTracking().Include(row => row.Countries)
            .SingleOrDefaultAsync(row => row.Reference == reference, cancellationToken) ?? throw new NotFoundException("The request");
        var step = await db.Steps.AsNoTracking().Include(row => row.Run).Include(row => row.Items)
            .SingleOrDefaultAsync(row => row.Id == stepRowId && row.RequestId == request.Id && row.DueAt != null, cancellationToken)
            ?? throw new NotFoundException("The step");
        var calendar = await dueTimes.FindAsync(step.Calendar!, cancellationToken);
        var mayMove = step.IsOpen && request.Status == RequestStatus.Open && actor.Could(person => SteeringCase.MayHold(request, person));
        var counted = mayMove ? step.Due!.CountedBy(calendar).DueAt : step.Due!.DueAt;
        var latest = step.Due.DueAt > now ? step.Due.DueAt : now;
        return new DueView
        {
            RequestId = request.Id,
            Reference = request.Reference!,
            Title = new LangText(request.TitleFr, request.TitleEn),
            Revision = request.Revision,
            StepRowId = step.Id,
            Label = LabelOf(step, actor),
            Calendar = step.Calendar!,
            Due = step.Due,
            Zone = step.Zone,
            IsOpen = step.IsOpen,
            IsLate = step.IsLate(now),
            IsPaused = request.Status is RequestStatus.OnHold or RequestStatus.Suspended,
            IsForStaff = actor.SeesInternals(),
            MayMove = mayMove,
            MaySeeCalendar = ExpertCalendar.ExpertOf(step.Calendar!) is { } expert ? await db.Experts.VisibleTo(actor).AnyAsync(row => row.Id == expert, cancellationToken) : actor.Has(Role.Administrator),
            CountedAt = counted == step.Due.DueAt ? null : counted,
            SuggestedOn = calendar.MoveWorkingDays(calendar.LocalDay(latest), SuggestedDays),
        };
    }

    private string LabelOf(Step step, Actor actor)
    {
        var definition = workflows.StepOf(step);
        var isTheirs = step.Items.Exists(item => item.PersonId == actor.PersonId && item.Role != Role.Requester);
        return actor.SeesInternals() || isTheirs ? definition.LabelStaff(actor.Language) : definition.LabelRequester(actor.Language);
    }
}
