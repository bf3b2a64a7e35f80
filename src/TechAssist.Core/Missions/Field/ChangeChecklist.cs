using System.ComponentModel.DataAnnotations;
using System.Globalization;
using TechAssist.Core.Audit;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Missions.Field;

/// <summary>A further item in the secretariat's own words, or who settles an item by when.</summary>
public sealed record ChecklistItemInput
{
    /// <summary>Of a further item: what must be in order.</summary>
    [StringLength(200)]
    public string? Title { get; init; }

    public Role Owner { get; init; } = Role.Logistics;

    public DateOnly? DueOn { get; init; }

    /// <summary>Why an item is given to somebody else, or due another day.</summary>
    [StringLength(1000)]
    public string? Reason { get; init; }
}

/// <summary>Adds items to a mission's checklist, and changes owner and day of those there are. The secretariat's act.</summary>
public sealed class ChangeChecklist(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>Who sees the checklist and can be told of it.</summary>
    public static readonly IReadOnlyList<Role> Owners = [Role.Logistics, Role.CaseOfficer, Role.Expert, Role.ThematicAdviser, Role.Coordinator];

    private const int MostItems = 40;

    public async Task AddAsync(Guid missionId, ChecklistItemInput input, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await FindAsync(missionId, actor, cancellationToken);
        var errors = Check(input, mission);
        if (string.IsNullOrWhiteSpace(input.Title))
        {
            errors.Add(new FieldError("title", "required"));
        }
        else if (mission.Checklist.Count >= MostItems)
        {
            errors.Add(new FieldError("title", "too-many", MostItems));
        }

        InputCheck.ThrowIfInvalid(input, errors);
        var item = Checklist.Further(mission.Checklist, input.Title!.Trim(), input.Owner, input.DueOn);
        mission.Add(item);
        await SaveAsync("checklist-added", mission, item, reason: null, actor, cancellationToken);
    }

    /// <exception cref="NotFoundException">There is no such item.</exception>
    public async Task ChangeAsync(Guid missionId, string key, ChecklistItemInput input, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await FindAsync(missionId, actor, cancellationToken);
        var item = mission.Checklist.FirstOrDefault(known => known.Key == key) ?? throw new NotFoundException("The checklist item");
        var errors = Check(input, mission);
        if (string.IsNullOrWhiteSpace(input.Reason))
        {
            errors.Add(new FieldError("reason", "reason-required"));
        }

        InputCheck.ThrowIfInvalid(input, errors);
        var changed = item with { Owner = input.Owner, DueOn = input.DueOn, IsDaySet = item.IsDaySet || input.DueOn != item.DueOn };
        mission.Tick(changed);
        await SaveAsync("checklist-changed", mission, changed, input.Reason, actor, cancellationToken);
    }

    private async Task<Mission> FindAsync(Guid missionId, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await db.FindMissionAsync(missionId, actor, cancellationToken);
        actor.RequireSecretariat();
        mission.Request.RequireRunning();
        return mission.Status is MissionStatus.Completed or MissionStatus.Cancelled ? throw new RuleException("mission-ended") : mission;
    }

    private static List<FieldError> Check(ChecklistItemInput input, Mission mission)
    {
        List<FieldError> errors = [];
        if (!Owners.Contains(input.Owner))
        {
            errors.Add(new FieldError("owner", "not-a-choice"));
        }

        if (input.DueOn > mission.StartOn)
        {
            errors.Add(new FieldError("dueOn", "after-departure"));
        }

        return errors;
    }

    private async Task SaveAsync(string kind, Mission mission, ChecklistItem item, string? reason, Actor actor, CancellationToken cancellationToken)
    {
        var line = MissionLine.Of(kind, mission, reason);
        var values = new Dictionary<string, string>(line.Values)
        {
            ["item"] = item.Title ?? item.Kind.ToString(),
            ["until"] = item.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        };
        await timeline.AddAsync(mission.RequestId, line with { Values = values, IsPublic = false }, actor, clock.GetUtcNow().UtcDateTime, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
