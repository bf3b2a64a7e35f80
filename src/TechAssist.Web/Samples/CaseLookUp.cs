using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Links;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;

namespace TechAssist.Web.Samples;

/// <summary>Finds what the names of a sample stand for in the case that is played.</summary>
public sealed class CaseLookUp(TechAssistDb db, Guid requestId, string reference)
{
    public Guid RequestId => requestId;

    public string Reference => reference;

    /// <summary>The id behind a name; null when nothing in the case has that name.</summary>
    public Task<Guid?> FindAsync(Named kind, string name, CancellationToken cancellationToken)
    {
        var email = name.Trim().ToUpperInvariant();
        var number = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        var ids = kind switch
        {
            Named.Person => db.People.Where(person => person.NormalizedEmail == email).Select(person => (Guid?)person.Id),
            Named.Expert => db.Experts.Where(expert => expert.Person!.NormalizedEmail == email).Select(expert => (Guid?)expert.Id),
            Named.Nomination => db.Nominations
                .Where(nomination => nomination.RequestId == requestId && nomination.EndedAt == null && nomination.Expert.Person!.NormalizedEmail == email)
                .Select(nomination => (Guid?)nomination.Id),
            Named.Recommendation => db.Recommendations.Where(row => row.RequestId == requestId && row.Number == number).Select(row => (Guid?)row.Id),
            Named.Document => db.Documents.Where(document => document.RequestId == requestId && document.FileName == name).Select(document => (Guid?)document.Id),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
        return ids.FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The nomination of an expert that is still in question.</summary>
    public Task<Guid?> FindNominationOfAsync(Guid personId, CancellationToken cancellationToken) =>
        db.Nominations
            .Where(nomination => nomination.RequestId == requestId && nomination.EndedAt == null && nomination.Expert.PersonId == personId)
            .Select(nomination => (Guid?)nomination.Id)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>What stands in the address of the link with which a call is answered.</summary>
    public async Task<string?> FindTokenAsync(Guid nominationId, CancellationToken cancellationToken) =>
        (await db.SignedLinks.AsNoTracking().FirstOrDefaultAsync(link => link.Purpose == LinkPurpose.AnswerCall && link.SubjectId == nominationId, cancellationToken))?.Token;

    /// <summary>The open task of a step that this person can complete; their own before one that is nobody's.</summary>
    public async Task<WorkItem?> FindTaskAsync(string stepId, int? missionNumber, Guid personId, CancellationToken cancellationToken)
    {
        var missionId = missionNumber is null ? (Guid?)null : (await FindMissionAsync(missionNumber, personId, cancellationToken)).Id;
        var open = db.WorkItems.AsNoTracking()
            .Where(item => item.RequestId == requestId && item.ClosedAt == null && item.Step.StepId == stepId && (missionId == null || item.Step.MissionId == missionId));
        return await open.FirstOrDefaultAsync(item => item.PersonId == personId, cancellationToken)
            ?? await open.FirstOrDefaultAsync(item => item.PersonId == null, cancellationToken);
    }

    /// <summary>"endorsement (focal.sn@…)" for each open task: what an author of a sample wants to know.</summary>
    public async Task<IReadOnlyList<string>> OpenTasksAsync(CancellationToken cancellationToken) =>
        await db.WorkItems.AsNoTracking()
            .Where(item => item.RequestId == requestId && item.ClosedAt == null)
            .OrderBy(item => item.Step.OpenedAt)
            .Select(item => item.Step.StepId + " (" + (db.People.Where(person => person.Id == item.PersonId).Select(person => person.Email).FirstOrDefault() ?? "nobody") + ")")
            .ToListAsync(cancellationToken);

    /// <summary>The mission with that number; without one, the mission this person is on, or the only one.</summary>
    public async Task<Mission> FindMissionAsync(int? number, Guid personId, CancellationToken cancellationToken)
    {
        var missions = db.Missions.AsNoTracking().Where(mission => mission.RequestId == requestId).OrderBy(mission => mission.Number);
        var found = number is not null
            ? await missions.FirstOrDefaultAsync(mission => mission.Number == number, cancellationToken)
            : await missions.FirstOrDefaultAsync(mission => mission.Members.Any(member => member.Expert.PersonId == personId), cancellationToken)
                ?? await missions.FirstOrDefaultAsync(cancellationToken);
        return found ?? throw new NotFoundException("The mission");
    }

    public Task<EndOfMissionReport> GetReportAsync(Guid reportId, CancellationToken cancellationToken) =>
        db.Reports.AsNoTracking().SingleAsync(report => report.Id == reportId, cancellationToken);

    public Task<EndOfMissionReport?> FindReportAsync(Guid missionId, CancellationToken cancellationToken) =>
        db.Reports.AsNoTracking().Include(report => report.Comments).SingleOrDefaultAsync(report => report.MissionId == missionId, cancellationToken);

    public Task<int> RevisionOfRecommendationAsync(Guid recommendationId, CancellationToken cancellationToken) =>
        db.Recommendations.Where(row => row.Id == recommendationId).Select(row => row.Revision).SingleAsync(cancellationToken);
}
