using TechAssist.Core.People;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Missions.Delivery;

/// <summary>Who reads the names of those who take part: the secretariat, the auditor, the team and the host's counterpart.
/// Everybody else who sees the mission reads how many there are.</summary>
internal static class ParticipantNames
{
    /// <param name="mission">With its team and its case with the countries.</param>
    public static bool MayRead(Actor actor, Mission mission) =>
        actor.IsSystem || actor.IsSecretariat || actor.Has(Role.Auditor) || actor.IsOnTeam(mission) || actor.HoldsIn(Role.Counterpart, mission.Request);
}
