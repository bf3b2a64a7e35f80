using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Workflows;

namespace TechAssist.Core.Work;

public sealed record ListMyTasksInput
{
    /// <summary>Only those past their due time, or only those not. While its case is on hold nothing is late.</summary>
    public bool? Late { get; init; }

    /// <summary>Only those of cases on hold or suspended, or only those that can be done now.</summary>
    public bool? Paused { get; init; }

    /// <summary>Only those of one case.</summary>
    public Guid? RequestId { get; init; }

    [Range(1, 100)]
    public int PageSize { get; init; } = 25;

    public string? After { get; init; }
}

/// <summary>An open work item with what its line in a list says.</summary>
public sealed record TaskRow(
    Guid Id, Guid RequestId, Guid? MissionId, string? Reference, string TitleFr, string TitleEn, string? Country,
    string Definition, int Version, string StepId, string Stage, string Form, Role Role, DateTime OpenedAt, DateTime? DueAt, bool IsLate, int Revision, Guid StepRowId,
    DueAccount? Due, Guid? PersonId, RequestStatus Status)
{
    /// <summary>Its case is on hold or suspended: its time stands still, and it cannot be answered.</summary>
    public bool IsPaused => Status is RequestStatus.OnHold or RequestStatus.Suspended;

    /// <summary>The officer for whom the reader has it, as substitute.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>What is to be done, in both languages: plain words for a requester, those of the work for everybody else.</summary>
    public LangText Step { get; init; } = new();

    /// <summary>In which the due time is said: that of the side that acts.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Due?.TimeZone ?? TimeZoneInfo.Utc.Id);

    public string Title(string language) => new LangText(TitleFr, TitleEn).In(language);
}

/// <param name="Paused">Of cases on hold or suspended: they can be done when the case goes on.</param>
public sealed record TaskCounts(int All, int Late, int Paused);

/// <summary>What waits for the actor, the most urgent first; what has no due time comes last.</summary>
public sealed class ListMyTasks(TechAssistDb db, WorkflowCatalog workflows, TimeProvider clock)
{
    private static readonly DateTime Never = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public async Task<Page<TaskRow>> ExecuteAsync(ListMyTasksInput input, Actor actor, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input);
        var (now, never) = (clock.GetUtcNow().UtcDateTime, Never);
        var items = OpenOf(actor).AsNoTracking();
        if (input.Late is { } late)
        {
            items = items.Where(item => late == (item.DueAt != null && item.DueAt < now && !Paused.Any(request => request.Id == item.RequestId)));
        }

        if (input.Paused is { } isPaused)
        {
            items = items.Where(item => isPaused == Paused.Any(request => request.Id == item.RequestId));
        }

        if (input.RequestId is { } requestId)
        {
            items = items.Where(item => item.RequestId == requestId);
        }

        if (PageMark.Read(input.After) is var (key, id))
        {
            var due = ReadTime(key);
            items = items.Where(item => (item.DueAt ?? never) > due || ((item.DueAt ?? never) == due && item.Id.CompareTo(id) > 0));
        }

        var rows = await items
            .OrderBy(item => item.DueAt ?? never).ThenBy(item => item.Id)
            .Take(input.PageSize + 1)
            .Join(db.Requests, item => item.RequestId, request => request.Id, (item, request) => new TaskRow(
                item.Id, request.Id, item.Step.MissionId, request.Reference, request.TitleFr, request.TitleEn, request.Country,
                item.Step.Run.Definition, item.Step.Run.Version, item.Step.StepId, item.Step.Stage, item.Step.Form, item.Role,
                item.OpenedAt, item.DueAt, item.DueAt != null && item.DueAt < now && request.Status != RequestStatus.OnHold && request.Status != RequestStatus.Suspended, item.Revision, item.StepRowId,
                item.Step.Due, item.PersonId, request.Status))
            .ToListAsync(cancellationToken);
        return Page.Of(
            [.. rows.OrderBy(row => row.DueAt ?? never).ThenBy(row => row.Id)], input.PageSize,
            row => new PageMark((row.DueAt ?? never).Ticks.ToString(CultureInfo.InvariantCulture), row.Id),
            row => WithStep(row, actor.SeesInternals() || row.Role != Role.Requester) with { OnBehalfOf = actor.StandsInFor.FirstOrDefault(away => away.PersonId == row.PersonId)?.Name });
    }

    /// <summary>The actor's own, and what the secretariat asks of those the actor stands in for.</summary>
    private IQueryable<WorkItem> OpenOf(Actor actor)
    {
        var personId = actor.PersonId;
        if (actor.StandsInFor.Count == 0)
        {
            return db.WorkItems.Where(item => item.PersonId == personId && item.ClosedAt == null);
        }

        Guid?[] away = [.. actor.StandsInFor.Select(person => (Guid?)person.PersonId)];
        return db.WorkItems.Where(item =>
            item.ClosedAt == null && (item.PersonId == personId || (away.Contains(item.PersonId) && Roles.Secretariat.Contains(item.Role))));
    }

    private IQueryable<AssistanceRequest> Paused => db.Requests.Where(request => request.Status == RequestStatus.OnHold || request.Status == RequestStatus.Suspended);

    private TaskRow WithStep(TaskRow row, bool forStaff) => row with { Step = new LangText(LabelOf(row, "fr", forStaff), LabelOf(row, "en", forStaff)) };

    private string? LabelOf(TaskRow row, string language, bool forStaff) => workflows.LabelOf(row.Definition, row.Version, row.StepId, language, forStaff);

    private static DateTime ReadTime(string key) =>
        long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= Never.Ticks
            ? new DateTime(ticks, DateTimeKind.Utc)
            : throw new InvalidInputException("after", "not-valid");

    /// <summary>How many wait, how many of them are late, and how many stand still with their case.</summary>
    public async Task<TaskCounts> CountAsync(Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var counts = await OpenOf(actor)
            .Select(item => new { item.DueAt, IsPaused = Paused.Any(request => request.Id == item.RequestId) })
            .GroupBy(_ => 1)
            .Select(items => new TaskCounts(items.Count(), items.Count(item => item.DueAt < now && !item.IsPaused), items.Count(item => item.IsPaused)))
            .SingleOrDefaultAsync(cancellationToken);
        return counts ?? new TaskCounts(0, 0, 0);
    }
}
