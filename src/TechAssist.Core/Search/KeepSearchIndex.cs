using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Translating;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Search;

/// <summary>Writes the texts of accepted reports and of recommendations into the index, in the same save as the texts themselves. The
/// internal annex and the persons met are never among them.</summary>
internal static class KeepSearchIndex
{
    public static async Task NoteAsync(TechAssistDb db, CancellationToken cancellationToken)
    {
        List<EntityEntry> touched = [.. db.ChangeTracker.Entries().Where(entry => entry.Entity is EndOfMissionReport or Recommendation && entry.State is EntityState.Added or EntityState.Modified)];
        List<EndOfMissionReport> reports = [.. touched.Where(IsOtherText).Select(entry => (EndOfMissionReport)entry.Entity)];
        foreach (var report in reports.Union(await TranslatedAsync(db, cancellationToken)))
        {
            await WriteAsync(db, report, cancellationToken);
        }

        foreach (var row in touched.Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).OfType<Recommendation>())
        {
            var place = new SearchPlace(row.RequestId, row.ReportId, 0, row.CreatedAt.Year);
            db.SearchEntries.Add(SearchEntry.Of(place, SearchKind.Recommendation, row.Text, row.Number, row.Id));
        }
    }

    /// <summary>Reports of which a text of the index was translated, or translated otherwise.</summary>
    private static async Task<IReadOnlyList<EndOfMissionReport>> TranslatedAsync(TechAssistDb db, CancellationToken cancellationToken)
    {
        var touched = db.ChangeTracker.Entries<TextTranslation>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToLookup(entry => entry.Entity.ReportId, entry => entry.Entity.Source);
        var ids = touched.Select(group => group.Key).ToList();
        var reports = ids.Count == 0 ? [] : await db.Reports.Where(report => ids.Contains(report.Id)).ToListAsync(cancellationToken);
        return reports.FindAll(report => IsFound(report) && IndexedOf(report).Any(text => touched[report.Id].Contains(TranslationMark.HashOf(text))));
    }

    /// <summary>Found are the reports that everybody of the case may read.</summary>
    private static bool IsFound(EndOfMissionReport report) => report.Status is ReportStatus.Accepted or ReportStatus.Final;

    private static bool IsOtherText(EntityEntry entry) => entry.Entity is EndOfMissionReport report && IsFound(report)
        && (entry.Property(nameof(EndOfMissionReport.Status)).IsModified || entry.Property(nameof(EndOfMissionReport.Content)).IsModified);

    private static async Task WriteAsync(TechAssistDb db, EndOfMissionReport report, CancellationToken cancellationToken)
    {
        var request = await db.Requests.AsNoTracking().SingleAsync(row => row.Id == report.RequestId, cancellationToken);
        var mission = await db.Missions.Where(row => row.Id == report.MissionId).Select(row => row.Number).SingleAsync(cancellationToken);
        var before = await db.SearchEntries.Where(entry => entry.ReportId == report.Id && entry.Kind != SearchKind.Recommendation).ToListAsync(cancellationToken);
        db.SearchEntries.RemoveRange(before);
        var translations = await db.TranslationsOfAsync(report, report.OtherLanguage, cancellationToken);
        db.SearchEntries.AddRange(EntriesOf(report, translations, request.Content, new SearchPlace(report.RequestId, report.Id, mission, (report.AcceptedAt ?? report.SavedAt).Year)));

        var tags = CaseTag.Of(request.Id, request.Content);
        var known = await db.CaseTags.Where(tag => tag.RequestId == request.Id).ToListAsync(cancellationToken);
        db.CaseTags.RemoveRange(known.Where(tag => !tags.Any(now => IsSame(now, tag))));
        db.CaseTags.AddRange(tags.Where(tag => !known.Exists(now => IsSame(now, tag))));
    }

    private static IEnumerable<SearchEntry> EntriesOf(
        EndOfMissionReport report, IReadOnlyDictionary<string, string> translations, Requests.RequestContent asked, SearchPlace place)
    {
        var content = report.Content;
        var summary = content.Translated(report.Language, translations).Summary;
        yield return SearchEntry.Of(place, SearchKind.Case, new LangText(
            string.Join('\n', asked.Title.Fr, asked.Problem.Fr, asked.Objective.Fr, summary.Fr),
            string.Join('\n', asked.Title.En, asked.Problem.En, asked.Objective.En, summary.En)));
        foreach (var (kind, text, number) in TextsOf(content))
        {
            if (!string.IsNullOrWhiteSpace(text) && !NothingWords.Are(text))
            {
                var translation = translations.GetValueOrDefault(TranslationMark.HashOf(text));
                yield return SearchEntry.Of(place, kind, report.Language == "fr" ? new LangText(text, translation) : new LangText(translation, text), number);
            }
        }
    }

    private static IEnumerable<(SearchKind Kind, string? Text, int Number)> TextsOf(ReportContent content) =>
    [
        (SearchKind.Positive, content.Positive, 0),
        (SearchKind.Difficulty, content.Difficulties, 0),
        (SearchKind.Lesson, content.Lessons, 0),
        .. content.Findings.Select(finding => (SearchKind.Finding, finding.Answer, finding.Objective)),
    ];

    private static IEnumerable<string> IndexedOf(EndOfMissionReport report) =>
        TextsOf(report.Content).Select(text => text.Text).Append(report.Language == "fr" ? report.Content.Summary.Fr : report.Content.Summary.En).OfType<string>();

    private static bool IsSame(CaseTag one, CaseTag other) => one.Kind == other.Kind && one.Code == other.Code;
}
