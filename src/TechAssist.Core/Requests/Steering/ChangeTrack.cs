using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;

namespace TechAssist.Core.Requests.Steering;

public sealed record ChangeTrackInput : SteeringInput
{
    public Track Track { get; init; }
}

/// <summary>Moves a case from the standard to the rapid track or back. Nothing recorded is lost: steps whose outcome is known
/// complete by themselves, marked as carried over.</summary>
public sealed class ChangeTrack(TechAssistDb db, SteeringCase steering, RestartCase restart, CaseFlow flow, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>What would happen: the steps carried over, and those that would be open.</summary>
    public async Task<CarryOverPlan> DryRunAsync(string reference, Track track, Actor by, CancellationToken cancellationToken)
    {
        var (request, _) = await FindAsync(reference, new ChangeTrackInput { Track = track }, by, cancellationToken);
        return await restart.PlanAsync(request, restart.Latest(KeyOf(track)), null, clock.GetUtcNow().UtcDateTime, cancellationToken);
    }

    public async Task ExecuteAsync(string reference, ChangeTrackInput input, Actor by, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input);
        (var request, by) = await FindAsync(reference, input, by, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var definition = restart.Latest(KeyOf(input.Track));
        var plan = await restart.PlanAsync(request, definition, null, now, cancellationToken);
        await flow.CancelAsync(request, "track-changed", now, cancellationToken);
        request.Follow(input.Track);
        await timeline.AddAsync(
            request.Id,
            new TimelineLine("track-changed") { IsPublic = true, Reason = input.Reason, Values = new Dictionary<string, string> { ["track"] = KeyOf(input.Track) } },
            by, now, cancellationToken);
        await restart.ExecuteAsync(request, definition, plan, by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<(AssistanceRequest Request, Actor By)> FindAsync(string reference, ChangeTrackInput input, Actor by, CancellationToken cancellationToken)
    {
        (var request, by) = await steering.FindAsync(reference, input, by, cancellationToken, SteeringCase.MaySteer);
        if (request.Status != RequestStatus.Open)
        {
            throw new RuleException("not-open");
        }

        return request.Track == input.Track ? throw new RuleException("same-track") : (request, by);
    }

    private static string KeyOf(Track track) => track == Track.Rapid ? "rapid" : "standard";
}
