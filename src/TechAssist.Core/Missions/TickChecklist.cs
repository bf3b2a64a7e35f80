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

    /// <summary>The expert for whom it is so, where each has their own; null for the whole team, or for an expert who ticks: for themselves.</summary>
    public Guid? ExpertId { get; init; }
}

/// <summary>Says that an item of the checklist is done, not needed, or open again: the secretariat, and the experts of the team. What each
/// expert has of their own is done once it is done for everybody; an expert speaks for themselves.</summary>
public sealed class TickChecklist(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    public async Task ExecuteAsync(Guid missionId, TickChecklistInput input, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await db.FindMissionAsync(missionId, actor, cancellationToken);
        actor.Require(actor.IsSecretariat || actor.IsOnTeam(mission));
        mission.Request.RequireRunning();
        InputCheck.ThrowIfInvalid(input);
        var item = mission.Checklist.FirstOrDefault(known => known.Key == (input.Key ?? input.Kind.ToString())) ?? throw new NotFoundException("The checklist item");
        var expert = item.IsPersonal ? ExpertOf(mission, input, actor) : null;
        var now = clock.GetUtcNow().UtcDateTime;
        mission.Tick(Ticked(item, input.State, expert?.ExpertId, mission) with { Note = input.Note, ByName = actor.Name, At = now });
        var line = MissionLine.Of(expert is null ? "checklist-ticked" : "checklist-ticked-for", mission, input.Note);
        var values = new Dictionary<string, string>(line.Values) { ["item"] = item.Title ?? item.Kind.ToString(), ["state"] = input.State.ToString() };
        if (expert is not null)
        {
            values["expert"] = expert.Expert.Name;
        }

        await timeline.AddAsync(mission.RequestId, line with { Values = values, IsPublic = false }, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static MissionMember? ExpertOf(Mission mission, TickChecklistInput input, Actor actor)
    {
        var own = actor.IsSecretariat ? null : mission.Members.Find(member => member.Expert.PersonId == actor.PersonId);
        var expert = input.ExpertId is { } id ? mission.Members.Find(member => member.ExpertId == id) ?? throw new NotFoundException("The expert") : own;
        actor.Require(own is null || own == expert);
        return expert;
    }

    private static ChecklistItem Ticked(ChecklistItem item, ChecklistState state, Guid? expertId, Mission mission)
    {
        List<Guid> team = [.. mission.Members.Select(member => member.ExpertId)];
        if (expertId is { } one)
        {
            // For one expert "not needed" is in order too: who lives there needs no visa.
            var others = item.DoneFor.Where(settled => settled.ExpertId != one);
            return Checklist.Done(item, [.. others, .. state == ChecklistState.Open ? [] : new[] { new SettledExpert(one, mission.StartOn) }], team);
        }

        return item.IsPersonal && state == ChecklistState.Done && team.Count > 0
            ? Checklist.Done(item, [.. team.Select(id => new SettledExpert(id, mission.StartOn))], team)
            : item with { State = state, DoneFor = [], SettledFor = state == ChecklistState.Open ? null : mission.StartOn };
    }
}
