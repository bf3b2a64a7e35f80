using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Audit;
using TechAssist.Core.Documents;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission.Publication;

/// <param name="Place">A section or a part of the report, as <see cref="PublicPlaces"/> names it.</param>
public sealed record LeaveOutInput([property: Required, StringLength(60)] string Place)
{
    [Required, StringLength(500)]
    public string? Reason { get; init; }
}

/// <summary>Keeps a part of the report from the public, with the reason, or puts it back. The secretariat does so before the beneficiary is
/// asked, the beneficiary until it has approved; each side puts back only what it left out itself.</summary>
public sealed class LeaveOut(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>publication-settled</c>: nothing can be changed now.</exception>
    public async Task ExecuteAsync(Guid missionId, LeaveOutInput input, Actor actor, CancellationToken cancellationToken)
    {
        var version = await OpenAsync(missionId, actor, cancellationToken);
        InputCheck.ThrowIfInvalid(input, IsPlace(version, input.Place) ? [] : [new FieldError("place", "not-a-choice")]);
        var now = clock.GetUtcNow().UtcDateTime;
        version.LeaveOut(input.Place, input.Reason!.Trim(), !actor.IsSecretariat, actor, now);
        await SayAsync("publication-left-out", version, input.Reason, actor, now, cancellationToken);
    }

    /// <exception cref="RuleException"><c>publication-settled</c>; <c>left-out-by-other</c>: the other side left it out.</exception>
    public async Task PutBackAsync(Guid missionId, string place, Actor actor, CancellationToken cancellationToken)
    {
        var version = await OpenAsync(missionId, actor, cancellationToken);
        var restriction = version.Restrictions.FirstOrDefault(known => known.Place == place) ?? throw new NotFoundException("The part");
        if (restriction.IsFromBeneficiary == actor.IsSecretariat)
        {
            throw new RuleException("left-out-by-other");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        version.PutBack(place);
        await SayAsync("publication-put-back", version, null, actor, now, cancellationToken);
    }

    /// <summary>Whether the experts are named: only where they agreed. The secretariat's act.</summary>
    public async Task NameTeamAsync(Guid missionId, bool names, Actor actor, CancellationToken cancellationToken)
    {
        var version = await OpenAsync(missionId, actor, cancellationToken);
        actor.Require(actor.IsSecretariat);
        if (version.NamesTeam == names)
        {
            return;
        }

        version.NameTeam(names);
        await SayAsync(names ? "publication-team-named" : "publication-team-unnamed", version, null, actor, clock.GetUtcNow().UtcDateTime, cancellationToken);
    }

    private async Task<PublicVersion> OpenAsync(Guid missionId, Actor actor, CancellationToken cancellationToken)
    {
        var version = await db.FindPublicVersionAsync(missionId, actor, cancellationToken);
        actor.Require(actor.IsSecretariat || actor.SpeaksForBeneficiary(version.Report.Mission.Request));
        return actor.MayLeaveOut(version) ? version : throw new RuleException("publication-settled");
    }

    private static bool IsPlace(PublicVersion version, string place) =>
        new PublicPlaces(version.Report.Content, [], new DocumentWords(version.Report.Language)).Sections()
            .Any(section => !section.IsNeverPublic && (section.Place == place || section.Places.Any(part => part.Place == place)));

    private async Task SayAsync(string kind, PublicVersion version, string? reason, Actor actor, DateTime now, CancellationToken cancellationToken)
    {
        await timeline.AddAsync(version.RequestId, MissionLine.Of(kind, version.Report.Mission, reason), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
