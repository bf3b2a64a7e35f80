using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using TechAssist.Core.People;

namespace TechAssist.Core.Missions;

public enum ChecklistKind { Contract, Visa, Ticket, Insurance, SecurityClearance, Briefing, HostLetter, Interpretation, Venue, Other }

public enum ChecklistState { Open, Done, NotNeeded }

/// <summary>Something that must be in order before the experts leave.</summary>
public sealed record ChecklistItem(ChecklistKind Kind, Role Owner)
{
    /// <summary>Of a further item: what must be in order, in the words of whoever added it.</summary>
    [StringLength(200)]
    public string? Title { get; init; }

    /// <summary>Tells further items of one list apart.</summary>
    public int? Number { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>The day was chosen by somebody: it keeps its distance when the departure moves.</summary>
    public bool IsDaySet { get; init; }

    public ChecklistState State { get; init; }

    /// <summary>The experts for whom it is in order, where each has their own (<see cref="IsPersonal"/>): done once that is the whole team.</summary>
    public IReadOnlyList<SettledExpert> DoneFor { get; init; } = [];

    [StringLength(1000)]
    public string? Note { get; init; }

    public string? ByName { get; init; }

    public DateTime? At { get; init; }

    /// <summary>The departure for which it was settled, the earliest of the team's: a ticket for other days is no ticket.</summary>
    public DateOnly? SettledFor { get; init; }

    [JsonIgnore]
    public string Key => Number is { } number ? $"{Kind}-{number}" : Kind.ToString();

    [JsonIgnore]
    public bool IsSettled => State != ChecklistState.Open;

    /// <summary>Each expert of the team has their own: one visa is no visa for two.</summary>
    [JsonIgnore]
    public bool IsPersonal => Kind is ChecklistKind.Contract or ChecklistKind.Visa or ChecklistKind.Ticket or ChecklistKind.Insurance or ChecklistKind.SecurityClearance;

    /// <summary>How it stands for one expert; null while it is not in order for them.</summary>
    public SettledExpert? ForExpert(Guid expertId) => DoneFor.FirstOrDefault(one => one.ExpertId == expertId);
}

/// <summary>An expert for whom an item is in order, and for which departure.</summary>
public sealed record SettledExpert(Guid ExpertId, DateOnly? On);

internal static class Checklist
{
    /// <summary>A new mission's list. What a remote mission does not need is settled from the start.</summary>
    public static IReadOnlyList<ChecklistItem> For(MissionMode mode, DateOnly? startOn) =>
    [
        .. Enum.GetValues<ChecklistKind>().Where(kind => kind != ChecklistKind.Other).Select(kind => new ChecklistItem(kind, OwnerOf(kind))
        {
            DueOn = startOn?.AddDays(-DaysBefore(kind)),
            State = mode == MissionMode.Remote && !IsForRemote(kind) ? ChecklistState.NotNeeded : ChecklistState.Open,
        }),
    ];

    /// <summary>The same list with its due days counted from another departure; days that somebody chose keep their distance.</summary>
    public static IReadOnlyList<ChecklistItem> Redated(IReadOnlyList<ChecklistItem> items, DateOnly? from, DateOnly? startOn) =>
    [
        .. items.Select(item => item with
        {
            DueOn = !item.IsDaySet ? startOn?.AddDays(-DaysBefore(item.Kind))
                : startOn is { } to && from is { } before ? item.DueOn?.AddDays(to.DayNumber - before.DayNumber)
                : item.DueOn,
        }),
    ];

    /// <summary>The same list for another team: what was in order for those who leave is not in order for those who come, and nobody waits
    /// for those who left.</summary>
    public static IReadOnlyList<ChecklistItem> ForTeam(IReadOnlyList<ChecklistItem> items, IReadOnlyCollection<Guid> team) =>
        [.. items.Select(item => item.IsPersonal && item.State != ChecklistState.NotNeeded ? Done(item, [.. item.DoneFor.Where(one => team.Contains(one.ExpertId))], team) : item)];

    /// <summary>Done once it is for the whole team.</summary>
    public static ChecklistItem Done(ChecklistItem item, IReadOnlyList<SettledExpert> doneFor, IReadOnlyCollection<Guid> team) => item with
    {
        DoneFor = doneFor,
        State = team.Count > 0 && team.All(id => doneFor.Any(one => one.ExpertId == id)) ? ChecklistState.Done : ChecklistState.Open,
        SettledFor = doneFor.Min(one => one.On),
    };

    /// <summary>One more, in somebody's own words. Without a day it is due as the others are.</summary>
    public static ChecklistItem Further(IReadOnlyList<ChecklistItem> items, string title, Role owner, DateOnly? dueOn) =>
        new(ChecklistKind.Other, owner) { Title = title, Number = items.Max(item => item.Number ?? 0) + 1, DueOn = dueOn, IsDaySet = true };

    private static bool IsForRemote(ChecklistKind kind) =>
        kind is ChecklistKind.Contract or ChecklistKind.Briefing or ChecklistKind.HostLetter or ChecklistKind.Interpretation;

    private static Role OwnerOf(ChecklistKind kind) => kind switch
    {
        ChecklistKind.Visa or ChecklistKind.Insurance => Role.Expert,
        ChecklistKind.Briefing or ChecklistKind.HostLetter => Role.CaseOfficer,
        _ => Role.Logistics,
    };

    /// <summary>Calendar days before departure.</summary>
    private static int DaysBefore(ChecklistKind kind) => kind switch
    {
        ChecklistKind.Contract or ChecklistKind.HostLetter => 14,
        ChecklistKind.Briefing => 2,
        _ => 7,
    };
}
