using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Missions;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission;

/// <summary>Who sees a report: the secretariat, the auditor and the mission's team always; everybody else who sees the case
/// once it was accepted. Reference countries read the public version only.</summary>
internal static class ReportVisibility
{
    public static IQueryable<EndOfMissionReport> ReportsVisibleTo(this TechAssistDb db, Actor actor)
    {
        var cases = db.Requests.VisibleTo(actor).Select(request => request.Id);
        var reports = db.Reports.Where(report => cases.Contains(report.RequestId));
        if (actor.IsSystem || actor.IsSecretariat || actor.Has(Role.Auditor))
        {
            return reports;
        }

        // Reference countries read what is published, and nothing else of a report (domain process 4.5).
        if (actor.Grants.Count > 0 && actor.Grants.All(grant => grant.Role == Role.ReferenceCountry))
        {
            return reports.Where(report => false);
        }

        var personId = actor.PersonId;
        return reports.Where(report => report.Status == ReportStatus.Accepted || report.Status == ReportStatus.Final
            || report.Mission.Members.Any(member => member.Expert.PersonId == personId));
    }

    /// <summary>To change it: with its comments, mission, team and case.</summary>
    /// <exception cref="NotFoundException">Absent, or not the actor's to know of.</exception>
    public static async Task<EndOfMissionReport> FindReportAsync(this TechAssistDb db, Guid reportId, Actor actor, CancellationToken cancellationToken) =>
        await db.ReportsVisibleTo(actor)
            .Include(report => report.Comments)
            .Include(report => report.Mission.Request.Countries)
            .Include(report => report.Mission.Members).ThenInclude(member => member.Expert)
            .AsSplitQuery()
            .SingleOrDefaultAsync(report => report.Id == reportId, cancellationToken)
        ?? throw new NotFoundException("The report");

    /// <summary>Writes while the report is with its authors, or polishes it once it was accepted.</summary>
    public static bool MayWrite(this Actor actor, EndOfMissionReport report) =>
        report.IsWithAuthors ? actor.IsOnTeam(report.Mission) : report.Status == ReportStatus.Accepted && actor.IsSecretariat;

    /// <summary>Remarks: the secretariat until it is published, the beneficiary while its comments are asked for.</summary>
    public static bool MayComment(this Actor actor, EndOfMissionReport report) =>
        report.Status != ReportStatus.Final
        && (actor.IsSecretariat || (report.Status == ReportStatus.Accepted && actor.SpeaksForBeneficiary(report.Mission.Request)));
}
