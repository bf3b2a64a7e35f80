using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission.Merging;
using TechAssist.Core.EndOfMission.Photos;
using TechAssist.Core.EndOfMission.Review;
using TechAssist.Core.EndOfMission.Translating;
using TechAssist.Core.Experts;
using TechAssist.Core.Missions;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Terms;

namespace TechAssist.Core.EndOfMission;

public sealed record CommentRow(
    Guid Id, int Section, string Text, bool IsFromBeneficiary, string ByName, DateTime At, DateTime? ResolvedAt, string? ResolvedByName, string? Answer)
{
    /// <summary>The words it is about; null for a remark on the section.</summary>
    public Passage? On { get; init; }

    /// <summary>The field in which these words stand now; null when they changed or are gone.</summary>
    public string? FoundIn { get; init; }

    public CommentStatus Status { get; init; }

    public IReadOnlyList<CommentReply> Replies { get; init; } = [];

    /// <summary>The version that was commented on; 0 before the first.</summary>
    public int Version { get; init; }
}

public sealed record ReportVersionRow(int Number, string ByName, DateTime At);

/// <summary>A report as this reader may see it, with its header and, for its authors, what the quality gate still asks for.</summary>
public sealed record ReportView(
    Guid Id, Guid RequestId, string? Reference, LangText Title, Guid MissionId, int MissionNumber, DateOnly? StartOn, DateOnly? EndOn,
    string? Places, string? HostCounterpart, int? TermsVersion, IReadOnlyList<string> Team, int Version, string Language, ReportStatus Status,
    ReportContent Content, int Revision, DateTime SavedAt, string SavedByName, DateTime? SubmittedAt, DateTime? AcceptedAt, DateTime? FinalAt,
    IReadOnlyList<CommentRow> Comments, IReadOnlyList<ReportVersionRow> Versions, IReadOnlyList<FieldError> Missing, bool MayWrite,
    bool MayComment, bool MayResolve)
{
    /// <summary>Texts to choose from, for those who write.</summary>
    public IReadOnlyList<ReportConflict> Conflicts { get; init; } = [];

    /// <summary>The deliverables of the approved terms, for those who write.</summary>
    public IReadOnlyList<PromisedDeliverable> Promised { get; init; } = [];

    /// <summary>How French and English stand against each other, for those who write.</summary>
    public IReadOnlyList<TranslatedField> Translations { get; init; } = [];

    /// <summary>The earlier text that is shown, to read only; null for the text as it stands.</summary>
    public ReportVersionRow? Shown { get; init; }

    /// <summary>The reader may open a remark again: it is theirs to resolve.</summary>
    public bool MayReopen { get; init; }
}

/// <summary>The report of a mission. The internal annex stays with the secretariat and the authors; the persons met with those
/// who have a part in the case; comments of the review with those who write.</summary>
public sealed class GetReport(TechAssistDb db, TimeProvider clock)
{
    /// <exception cref="NotFoundException">Absent, or not yet this reader's to see.</exception>
    public async Task<ReportView> ExecuteAsync(Guid reportId, Actor actor, CancellationToken cancellationToken) =>
        await FindAsync(db.ReportsVisibleTo(actor).Where(report => report.Id == reportId), null, actor, cancellationToken)
        ?? throw new NotFoundException("The report");

    /// <returns>Null when the mission has no report this reader may see.</returns>
    public Task<ReportView?> OfMissionAsync(Guid missionId, Actor actor, CancellationToken cancellationToken) =>
        FindAsync(db.ReportsVisibleTo(actor).Where(report => report.MissionId == missionId), null, actor, cancellationToken);

    /// <summary>The text as it was submitted or published once, to read only. Versions from before the accepted one are the
    /// writers' own.</summary>
    /// <exception cref="NotFoundException">No such version, or not this reader's to see.</exception>
    public async Task<ReportView> VersionAsync(Guid missionId, int number, Actor actor, CancellationToken cancellationToken) =>
        await FindAsync(db.ReportsVisibleTo(actor).Where(report => report.MissionId == missionId), number, actor, cancellationToken)
        ?? throw new NotFoundException("The report");

    private async Task<ReportView?> FindAsync(IQueryable<EndOfMissionReport> reports, int? number, Actor actor, CancellationToken cancellationToken)
    {
        var report = await reports.AsNoTracking()
            .Include(found => found.Comments)
            .Include(found => found.Mission.Request.Countries)
            .Include(found => found.Mission.Members).ThenInclude(member => member.Expert)
            .AsSplitQuery()
            .SingleOrDefaultAsync(cancellationToken);
        if (report is null)
        {
            return null;
        }

        var terms = await db.Terms.AsNoTracking()
            .Where(version => version.RequestId == report.RequestId && version.Status == TermsStatus.Approved)
            .OrderByDescending(version => version.Version)
            .FirstOrDefaultAsync(cancellationToken);
        var isWriter = IsWriter(report.Mission, actor);
        var versions = await db.ReportVersions.AsNoTracking()
            .Where(version => version.ReportId == report.Id && (isWriter || version.At >= report.SubmittedAt))
            .OrderByDescending(version => version.Number)
            .Select(version => new ReportVersionRow(version.Number, version.ByName, version.At))
            .ToListAsync(cancellationToken);
        if (number is null)
        {
            return Show(report, terms, versions, actor);
        }

        var shown = versions.Find(version => version.Number == number) ?? throw new NotFoundException("The version");
        var text = await db.ReportVersions.AsNoTracking()
            .Where(version => version.ReportId == report.Id && version.Number == number)
            .Select(version => version.Content)
            .SingleAsync(cancellationToken);
        return Show(report, terms, versions, actor) with
        {
            Content = ContentFor(text, isWriter, report, actor),
            Missing = [],
            MayWrite = false,
            MayComment = false,
            MayResolve = false,
            MayReopen = false,
            Shown = shown,
        };
    }

    private ReportView Show(EndOfMissionReport report, TermsOfReference? terms, IReadOnlyList<ReportVersionRow> versions, Actor actor)
    {
        var mission = report.Mission;
        var isWriter = IsWriter(mission, actor);
        var mayWrite = actor.MayWrite(report);
        var missing = mayWrite
            ? [.. OpenConflicts(report), .. CheckGate(report, terms?.Content)]
            : (IReadOnlyList<FieldError>)[];
        return new ReportView(
            report.Id, report.RequestId, mission.Request.Reference, mission.Plan.Title.IsEmpty ? mission.Request.Content.Title : mission.Plan.Title,
            mission.Id, mission.Number, mission.ActualStartOn ?? mission.StartOn, mission.LastOn, mission.Plan.Places, mission.Plan.HostCounterpart,
            terms?.Version, TeamFor(mission, actor), report.Version, report.Language, report.Status, ContentFor(report.Content, isWriter, report, actor),
            report.Revision, report.SavedAt, report.SavedByName, report.SubmittedAt, report.AcceptedAt, report.FinalAt,
            CommentsFor(report, ContentFor(report.Content, isWriter, report, actor), isWriter), versions, missing, mayWrite, actor.MayComment(report),
            actor.IsSecretariat || actor.IsOnTeam(mission))
        {
            MayReopen = actor.IsSecretariat && report.Status != ReportStatus.Final,
            Conflicts = mayWrite ? report.Conflicts : [],
            Promised = mayWrite ? PromisedDeliverable.Of(terms?.Content) : [],
            Translations = mayWrite ? ReportTranslations.Of(report.Content, report.Translations) : [],
        };
    }

    private static IEnumerable<FieldError> OpenConflicts(EndOfMissionReport report) =>
        report.Conflicts.Count == 0 ? [] : [new FieldError("conflicts", "conflict-open", report.Conflicts.Count)];

    /// <summary>Once it was accepted, what is written next is published.</summary>
    private IReadOnlyList<FieldError> CheckGate(EndOfMissionReport report, TermsContent? terms)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return report.Status == ReportStatus.Accepted
            ? [.. OpenRemarks.Of(report), .. ReportRules.CheckAll(report.Content, report.Language, terms, today)]
            : ReportRules.Check(report.Content, report.Language, terms, today);
    }

    /// <summary>Reads all of it: the secretariat, the auditor and the mission's team.</summary>
    private static bool IsWriter(Mission mission, Actor actor) =>
        actor.IsSystem || actor.IsSecretariat || actor.Has(Role.Auditor) || actor.IsOnTeam(mission);

    private static ReportContent ContentFor(ReportContent text, bool isWriter, EndOfMissionReport report, Actor actor)
    {
        var content = isWriter ? text : text with { Internal = null, Photos = actor.PhotosFor(report, text, report.Content) };
        return ExpertNames.MayRead(actor) ? content : content with { PersonsMet = [] };
    }

    private static IReadOnlyList<string> TeamFor(Mission mission, Actor actor) => ExpertNames.MayRead(actor)
        ? [.. mission.Members.OrderByDescending(member => member.IsLead).ThenBy(member => member.Expert.SortName).Select(member => member.Expert.Name)]
        : [];

    private static IReadOnlyList<CommentRow> CommentsFor(EndOfMissionReport report, ReportContent content, bool isWriter)
    {
        var texts = ReportTexts.Of(content);
        return
        [
            .. report.Comments.Where(comment => isWriter || comment.IsFromBeneficiary)
                .OrderBy(comment => comment.Section).ThenBy(comment => comment.At)
                .Select(comment => new CommentRow(
                    comment.Id, comment.Section, comment.Text, comment.IsFromBeneficiary, comment.ByName, comment.At, comment.ResolvedAt,
                    comment.ResolvedByName, comment.Answer)
                {
                    On = comment.On,
                    FoundIn = comment.On is { } passage ? Passages.FieldOf(texts, passage) : null,
                    Status = comment.Status,
                    Replies = comment.Replies,
                    Version = comment.Version,
                }),
        ];
    }
}
