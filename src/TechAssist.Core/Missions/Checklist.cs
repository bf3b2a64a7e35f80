using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using TechAssist.Core.People;

namespace TechAssist.Core.Missions;

public enum ChecklistKind { Contract, Visa, Ticket, Insurance, SecurityClearance, Briefing, HostLetter, Interpretation, Venue }

public enum ChecklistState { Open, Done, NotNeeded }

/// <summary>Something that must be in order before the experts leave.</summary>
public sealed record ChecklistItem(ChecklistKind Kind, Role Owner)
{
    public DateOnly? DueOn { get; init; }

    public ChecklistState State { get; init; }

    [StringLength(1000)]
    public string? Note { get; init; }

    public string? ByName { get; init; }

    public DateTime? At { get; init; }

    [JsonIgnore]
    public bool IsSettled => State != ChecklistState.Open;
}

internal static class Checklist
{
    /// <summary>A new mission's list. What a remote mission does not need is settled from the start.</summary>
    public static IReadOnlyList<ChecklistItem> For(MissionMode mode, DateOnly? startOn) =>
    [
        .. Enum.GetValues<ChecklistKind>().Select(kind => new ChecklistItem(kind, OwnerOf(kind))
        {
            DueOn = startOn?.AddDays(-DaysBefore(kind)),
            State = mode == MissionMode.Remote && !IsForRemote(kind) ? ChecklistState.NotNeeded : ChecklistState.Open,
        }),
    ];

    /// <summary>The same list with its due days counted from another departure.</summary>
    public static IReadOnlyList<ChecklistItem> Redated(IReadOnlyList<ChecklistItem> items, DateOnly? startOn) =>
        [.. items.Select(item => item with { DueOn = startOn?.AddDays(-DaysBefore(item.Kind)) })];

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
