using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Steering;
using TechAssist.Core.Workflows;

namespace TechAssist.Core.Work;

public sealed record AskMoreTimeInput
{
    /// <summary>A working day of the side that acts; it would have until the end of it.</summary>
    [Required]
    public DateOnly? UntilOn { get; init; }

    [Required, StringLength(2000)]
    public string? Reason { get; init; }
}

/// <summary>Whoever has a task asks for more time. Nothing moves by that: the case officer, or who is above, is told and may grant it.</summary>
public sealed class AskMoreTime(
    TechAssistDb db, WorkflowCatalog workflows, DueTimes dueTimes, CasePeople people, CaseMail mail, TimelineWriter timeline, TimeProvider clock)
{
    public const string Asked = "more-time-asked";

    public const string Declined = "more-time-declined";

    private static readonly string[] WayUp = ["caseOfficer", "coordinator", "head"];

    /// <exception cref="NotFoundException">No such task, not the actor's, or one without a due time.</exception>
    /// <exception cref="RuleException">no-longer-open, on-hold; more-time-asked: and nobody has decided yet.</exception>
    /// <exception cref="InvalidInputException">required; closed-day, not-later-than-due, too-far on <c>untilOn</c>.</exception>
    public async Task ExecuteAsync(Guid workItemId, AskMoreTimeInput input, Actor by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var item = await db.WorkItems.Include(row => row.Step.Run).Include(row => row.Step.Items)
            .SingleOrDefaultAsync(row => row.Id == workItemId && row.Step.DueAt != null, cancellationToken);
        if (item is null || !TaskHolder.IsFor(item.PersonId, item.Role, by))
        {
            throw new NotFoundException("The task");
        }

        var request = await db.Requests.Include(row => row.Countries).VisibleTo(by)
            .SingleOrDefaultAsync(row => row.Id == item.RequestId, cancellationToken) ?? throw new NotFoundException("The task");
        by = TaskHolder.ActingFor(item, by);
        await RefuseAsync(item, request, by, cancellationToken);
        InputCheck.ThrowIfInvalid(input);
        var calendar = await dueTimes.FindAsync(item.Step.Calendar!, cancellationToken);
        InputCheck.ThrowIfInvalid(input, ExtendDue.Faults(calendar, item.Step.DueAt!.Value, input.UntilOn!.Value, now));

        await timeline.AddAsync(request.Id, Line(item, input), by, now, cancellationToken);
        foreach (var reader in await DecidersAsync(item, request, by, cancellationToken))
        {
            Tell(reader, item, request, input, by, now);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Whether somebody has asked for a step, and nobody has decided yet.</summary>
    internal async Task<bool> IsAskedAsync(Guid stepRowId, Guid personId, CancellationToken cancellationToken)
    {
        var step = await db.Steps.AsNoTracking().SingleAsync(row => row.Id == stepRowId, cancellationToken);
        return (await MoreTimeLines.OpenAsync(db, step, cancellationToken)).Any(line => line.ActorId == personId);
    }

    private async Task RefuseAsync(WorkItem item, AssistanceRequest request, Actor by, CancellationToken cancellationToken)
    {
        if (!item.IsOpen)
        {
            throw new RuleException("no-longer-open");
        }

        if (request.Status != RequestStatus.Open)
        {
            throw new RuleException("on-hold");
        }

        if ((await MoreTimeLines.OpenAsync(db, item.Step, cancellationToken)).Any(line => line.ActorId == by.PersonId))
        {
            throw new RuleException(Asked);
        }
    }

    private static TimelineLine Line(WorkItem item, AskMoreTimeInput input) => new(Asked)
    {
        StepId = item.Step.StepId,
        IsPublic = item.Role is People.Role.Requester or People.Role.FocalPoint or People.Role.Counterpart,
        Reason = input.Reason,
        Values = new Dictionary<string, string>
        {
            ["definition"] = $"{item.Step.Run.Definition}.v{item.Step.Run.Version}",
            [MoreTimeLines.StepRow] = item.Step.Id.ToString(),
            ["until"] = input.UntilOn!.Value.ToString("O", CultureInfo.InvariantCulture),
        },
    };

    /// <summary>The first of the way up that is somebody else.</summary>
    private async Task<IReadOnlyList<CasePerson>> DecidersAsync(WorkItem item, AssistanceRequest request, Actor by, CancellationToken cancellationToken)
    {
        foreach (var role in WayUp.Skip(request.CaseOfficerId is null ? 1 : 0))
        {
            List<CasePerson> found = [.. (await people.FindAsync([role], request, item.Step.MissionId, cancellationToken)).Where(person => person.Id != by.PersonId)];
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }

    private void Tell(CasePerson reader, WorkItem item, AssistanceRequest request, AskMoreTimeInput input, Actor by, DateTime now)
    {
        var until = input.UntilOn!.Value;
        mail.Tell(
            [reader], Asked, request, item.Step, workflows.StepOf(item.Step), now,
            ("person", by.Name), ("until", until.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(reader.Language == "fr" ? "fr-FR" : "en-GB"))), ("reason", input.Reason!),
            ("path", string.Create(CultureInfo.InvariantCulture, $"/requests/{request.Reference}/due/{item.Step.Id}/extend?until={until:yyyy-MM-dd}")));
    }
}
