using System.ComponentModel.DataAnnotations;
using System.Globalization;
using TechAssist.Core.Audit;
using TechAssist.Core.Clock;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Missions.Field;

public sealed record DebriefInput
{
    [Required]
    public DateOnly? On { get; init; }

    [Required, StringLength(8000)]
    public string? Notes { get; init; }
}

/// <summary>When the team was heard after the mission, and what it said. The secretariat's act; it may be written anew until the case closes.</summary>
public sealed class RecordDebrief(TechAssistDb db, TimelineWriter timeline, SecretariatOffice office, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>debrief-not-yet</c>: the mission has not begun.</exception>
    public async Task ExecuteAsync(Guid missionId, DebriefInput input, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await db.FindMissionAsync(missionId, actor, cancellationToken);
        actor.RequireSecretariat();
        mission.Request.RequireRunning();
        var now = clock.GetUtcNow().UtcDateTime;
        if (!mission.MayBeDebriefed(office.Today(now)))
        {
            throw new RuleException("debrief-not-yet");
        }

        List<FieldError> errors = [];
        if (input.On > office.Today(now))
        {
            errors.Add(new FieldError("on", "in-the-future"));
        }

        if (input.On < (mission.ActualStartOn ?? mission.StartOn))
        {
            errors.Add(new FieldError("on", "before-the-mission"));
        }

        InputCheck.ThrowIfInvalid(input, errors);
        mission.Debrief(input.On!.Value, input.Notes!.Trim());
        var line = MissionLine.Of("mission-debriefed", mission);
        var values = new Dictionary<string, string>(line.Values) { ["on"] = input.On.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        await timeline.AddAsync(mission.RequestId, line with { Values = values, IsPublic = false }, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
