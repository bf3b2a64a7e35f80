using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Releases;

public sealed record RecordReleaseInput
{
    /// <summary>The day of the employer's answer; not in the future.</summary>
    [Required]
    public DateOnly? On { get; init; }

    /// <summary>Who released the expert, and on what terms.</summary>
    [Required, StringLength(2000)]
    public string? Note { get; init; }
}

/// <summary>Records that the employer lets the expert go. The secretariat's act; a later record takes the place of the earlier one.</summary>
public sealed class RecordRelease(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>nomination-moved-on</c>: no yes, or ended.</exception>
    public async Task ExecuteAsync(Guid nominationId, RecordReleaseInput input, Actor actor, CancellationToken cancellationToken)
    {
        var nomination = await db.FindNominationAsync(nominationId, actor, cancellationToken);
        actor.RequireSecretariat();
        var now = clock.GetUtcNow().UtcDateTime;
        InputCheck.ThrowIfInvalid(input, input.On > DateOnly.FromDateTime(now) ? [new FieldError("on", "in-the-future")] : []);
        nomination.Release(input.On!.Value, input.Note!.Trim());
        var line = ExpertLine.Of("release-given", nomination, input.Note);
        line = line with { Values = new Dictionary<string, string>(line.Values) { ["on"] = input.On.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) } };
        await timeline.AddAsync(nomination.RequestId, line, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
