using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Missions;

public sealed record TickChecklistInput(ChecklistKind Kind, ChecklistState State)
{
    [StringLength(1000)]
    public string? Note { get; init; }

    /// <summary>Of one of several items of a kind: a further one.</summary>
    [StringLength(40)]
    public string? Key { get; init; }
}

/// <summary>Says that an item of the checklist is done, not needed, or open again: the secretariat, and the experts of the team.</summary>
public sealed class TickChecklist(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    public async Task ExecuteAsync(Guid missionId, TickChecklistInput input, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await db.FindMissionAsync(missionId, actor, cancellationToken);
        actor.Require(actor.IsSecretariat || actor.IsOnTeam(mission));
        mission.Request.RequireRunning();
        InputCheck.ThrowIfInvalid(input);
        var item = mission.Checklist.FirstOrDefault(known => known.Key == (input.Key ?? input.Kind.ToString())) ?? throw new NotFoundException("The checklist item");
        var now = clock.GetUtcNow().UtcDateTime;
        mission.Tick(item with
        {
            State = input.State,
            Note = input.Note,
            ByName = actor.Name,
            At = now,
            SettledFor = input.State == ChecklistState.Open ? null : mission.StartOn,
        });
        var line = MissionLine.Of("checklist-ticked", mission, input.Note);
        var values = new Dictionary<string, string>(line.Values) { ["item"] = item.Title ?? item.Kind.ToString(), ["state"] = input.State.ToString() };
        await timeline.AddAsync(mission.RequestId, line with { Values = values, IsPublic = false }, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
