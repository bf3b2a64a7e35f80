using TechAssist.Core.Experts;
using TechAssist.Core.Missions;
using TechAssist.Core.People;

namespace TechAssist.Core.EndOfMission.Photos;

/// <summary>Who sees which photo of a report: the secretariat, the auditor and the team all of them; everybody else who reads the report
/// only what may leave the house.</summary>
internal static class PhotoVisibility
{
    /// <summary>Section 4 says whom the team met.</summary>
    private const int PersonsMet = 4;

    private const int InternalAnnex = 15;

    public static bool ReadsAllOf(this Actor actor, Mission mission) =>
        actor.IsSystem || actor.IsSecretariat || actor.Has(Role.Auditor) || actor.IsOnTeam(mission);

    /// <param name="text">The text that is read, as it stands or as it was once.</param>
    /// <param name="current">The text as it stands: a consent that was taken back counts for what was written before, too.</param>
    public static IReadOnlyList<ReportPhoto> PhotosFor(this Actor actor, EndOfMissionReport report, ReportContent text, ReportContent current) =>
        actor.ReadsAllOf(report.Mission) ? text.Photos : [.. text.Photos.ThatMayLeave(current, ExpertNames.MayRead(actor))];

    public static IEnumerable<ReportPhoto> ThatMayLeave(this IReadOnlyList<ReportPhoto> photos, ReportContent current, bool showsPeople) =>
        photos.Where(photo => photo.Section != InternalAnnex && (showsPeople || photo.Section != PersonsMet)
            && current.Photos.Any(known => known.Id == photo.Id && known.MayLeave));
}
