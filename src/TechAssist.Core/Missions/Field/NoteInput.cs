using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Clock;
using TechAssist.Core.People;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Missions.Field;

/// <summary>What the team writes of a day.</summary>
public sealed record NoteInput
{
    /// <summary>Made once where it is written; empty where a repeat is another note.</summary>
    public Guid Key { get; init; }

    [Required]
    public DateOnly? On { get; init; }

    [StringLength(200)]
    public string? Place { get; init; }

    [Required, StringLength(4000)]
    public string? Done { get; init; }

    [StringLength(4000)]
    public string? OpenPoints { get; init; }

    public SecurityMood Mood { get; init; }
}

/// <summary>Who reads and writes the notes of a mission, and when.</summary>
internal static class NoteRules
{
    /// <summary>Days of travel and preparation before the first day that may have a note.</summary>
    private const int DaysBefore = 14;

    /// <summary>The team, and the secretariat, which takes a note down when somebody calls.</summary>
    public static bool MayWriteNotes(this Actor actor, Mission mission) => actor.IsSecretariat || actor.IsOnTeam(mission);

    /// <summary>Those, and the auditor. The requesting side never: a note may speak of it.</summary>
    public static bool MayReadNotes(this Actor actor, Mission mission) => actor.IsSystem || actor.Has(Role.Auditor) || actor.MayWriteNotes(mission);

    /// <summary>From the day the mission is ready on, and as long as the case is not closed: a note that waited for a line arrives
    /// after the mission has ended or was broken off.</summary>
    public static bool TakesNotes(this Mission mission) =>
        mission.Status is not (MissionStatus.Planned or MissionStatus.Postponed) && mission.Request.Status != RequestStatus.Closed;

    /// <summary>The author corrects a note on the day it arrived, as days are counted where the mission is.</summary>
    public static bool MayCorrect(this Actor actor, Guid authorId, DateTime createdAt, WorkingCalendar there, DateTime now) =>
        actor.PersonId == authorId && there.LocalDay(createdAt) == there.LocalDay(now);

    public static void Check(NoteInput input, Mission mission, DateTime now)
    {
        List<FieldError> errors = [];
        // It is tomorrow already in a zone east of ours.
        if (input.On > DateOnly.FromDateTime(now).AddDays(1))
        {
            errors.Add(new FieldError("on", "in-the-future"));
        }

        if ((mission.ActualStartOn ?? mission.StartOn) is { } start && input.On < start.AddDays(-DaysBefore))
        {
            errors.Add(new FieldError("on", "before-the-mission"));
        }

        if (!Enum.IsDefined(input.Mood))
        {
            errors.Add(new FieldError("mood", "not-a-choice"));
        }

        InputCheck.ThrowIfInvalid(input, errors);
    }
}
