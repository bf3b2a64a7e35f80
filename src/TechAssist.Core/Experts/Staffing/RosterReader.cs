using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Staffing;

/// <summary>Reads experts as matching looks at them.</summary>
internal static class RosterReader
{
    private const int Batch = 4000;

    /// <summary>Parameters a query may have on either database.</summary>
    private const int FewIds = 500;

    public static async Task<RosterSnapshot> AllAsync(TechAssistDb db, CancellationToken cancellationToken)
    {
        var records = await TrackRecords.ReadAsync(db, null, cancellationToken);
        var found = new List<Candidate>();
        var last = Guid.Empty;
        while (true)
        {
            var rows = await Rows(db.Experts.Where(expert => expert.Id.CompareTo(last) > 0).OrderBy(expert => expert.Id).Take(Batch)).ToListAsync(cancellationToken);
            found.AddRange(rows.Select(row => ToCandidate(row, records)));
            if (rows.Count < Batch)
            {
                return new RosterSnapshot(found);
            }

            last = rows[^1].Id;
        }
    }

    /// <summary>The snapshot with those experts read again that the changes name.</summary>
    public static async Task<RosterSnapshot> AgainAsync(
        TechAssistDb db, RosterSnapshot last, IReadOnlyList<RosterChange> changes, CancellationToken cancellationToken)
    {
        var changed = changes.Where(change => change.ExpertId is not null).Select(change => change.ExpertId!.Value).ToHashSet();
        foreach (var requests in changes.Where(change => change.RequestId is not null).Select(change => change.RequestId!.Value).Distinct().Chunk(FewIds))
        {
            changed.UnionWith(await TrackRecords.ExpertsOfAsync(db, requests, cancellationToken));
        }

        var read = new List<Candidate>();
        foreach (var ids in changed.Chunk(FewIds))
        {
            var records = await TrackRecords.ReadAsync(db, ids, cancellationToken);
            var rows = await Rows(db.Experts.Where(expert => ids.Contains(expert.Id))).ToListAsync(cancellationToken);
            read.AddRange(rows.Select(row => ToCandidate(row, records)));
        }

        return changed.Count == 0 ? last : last.With(changed, read);
    }

    private static IQueryable<Row> Rows(IQueryable<Expert> experts) => experts.AsNoTracking().Select(expert => new Row(
        expert.Id, expert.Profile, expert.SortName, expert.ConsentUntilOn, expert.ConfirmedOn, expert.Suitability, expert.PersonId != null));

    private static Candidate ToCandidate(Row row, IReadOnlyDictionary<Guid, TrackRecord> records) => Candidate.Of(
        row.Id, row.Profile, row.SortName, row.ConsentUntilOn, row.ConfirmedOn, row.Suitability, row.HasAccount || row.Profile.Email is { Length: > 0 }, records.GetValueOrDefault(row.Id, TrackRecord.None));

    private sealed record Row(
        Guid Id, ExpertProfile Profile, string SortName, DateOnly? ConsentUntilOn, DateOnly ConfirmedOn, Suitability Suitability, bool HasAccount);
}
