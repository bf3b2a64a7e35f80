using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Missions;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.EndOfMission.Publication;

/// <summary>Who prepares a public version and who reads it. While it is prepared: the secretariat, the auditor, the mission's team and the
/// asking side, who know the whole report anyway. Once it is published: everybody who is signed in (domain process 4.5).</summary>
internal static class PublicationAccess
{
    /// <summary>To prepare it: with its report, mission, team and case.</summary>
    /// <exception cref="NotFoundException">There is none, or it is not the actor's to know of.</exception>
    public static async Task<PublicVersion> FindPublicVersionAsync(this TechAssistDb db, Guid missionId, Actor actor, CancellationToken cancellationToken)
    {
        var version = await db.PublicVersionOfAsync(missionId, actor, cancellationToken);
        return version is not null && actor.MayPreview(version.Report.Mission) ? version : throw new NotFoundException("The public version");
    }

    public static async Task<PublicVersion?> PublicVersionOfAsync(this TechAssistDb db, Guid missionId, Actor actor, CancellationToken cancellationToken)
    {
        var reports = db.ReportsVisibleTo(actor).Where(report => report.MissionId == missionId).Select(report => report.Id);
        return await db.PublicVersions.Where(version => reports.Contains(version.ReportId))
            .Include(version => version.Report.Mission.Request.Countries)
            .Include(version => version.Report.Mission.Members).ThenInclude(member => member.Expert)
            .AsSplitQuery()
            .SingleOrDefaultAsync(cancellationToken);
    }

    public static bool MayPreview(this Actor actor, Mission mission) =>
        actor.IsSystem || actor.IsSecretariat || actor.Has(Role.Auditor) || actor.IsOnTeam(mission) || actor.SpeaksForBeneficiary(mission.Request);

    /// <summary>Leaves parts out, or puts back what the own side left out: the secretariat while it prepares, the beneficiary until it is
    /// published.</summary>
    public static bool MayLeaveOut(this Actor actor, PublicVersion version) =>
        actor.IsSecretariat ? version.Status == PublicationStatus.Preparing
        : version.IsInPreparation && actor.SpeaksForBeneficiary(version.Report.Mission.Request);
}
