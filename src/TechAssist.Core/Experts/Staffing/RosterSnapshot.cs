using TechAssist.Core.Experts.Matching;

namespace TechAssist.Core.Experts.Staffing;

/// <summary>The roster at one time, by name.</summary>
public sealed class RosterSnapshot
{
    private readonly Candidate[] candidates;
    private readonly Lazy<Dictionary<Guid, Candidate>> byId;

    public RosterSnapshot(IEnumerable<Candidate> candidates)
        : this([.. candidates.Order(ByName.Instance).Select(candidate => candidate.Together())])
    {
    }

    private RosterSnapshot(Candidate[] sorted)
    {
        candidates = sorted;
        byId = new Lazy<Dictionary<Guid, Candidate>>(() => candidates.ToDictionary(candidate => candidate.Id));
    }

    public IReadOnlyList<Candidate> Candidates => candidates;

    public Candidate? Find(Guid expertId) => byId.Value.GetValueOrDefault(expertId);

    /// <summary>Those who come after a mark in the order of names.</summary>
    public IEnumerable<Candidate> After(PageMark? mark) => mark is null
        ? candidates
        : candidates.SkipWhile(candidate => ByName.Compare(candidate.SortName, candidate.Id, mark.Key, mark.Id) <= 0);

    /// <summary>The same with some experts read again; who is changed and not read is gone. One pass: a roster is long, a change short.</summary>
    public RosterSnapshot With(IReadOnlySet<Guid> changed, IEnumerable<Candidate> read)
    {
        Candidate[] fresh = [.. read.Order(ByName.Instance)];
        var merged = new List<Candidate>(candidates.Length + fresh.Length);
        var next = 0;
        foreach (var candidate in candidates.Where(candidate => !changed.Contains(candidate.Id)))
        {
            while (next < fresh.Length && ByName.Instance.Compare(fresh[next], candidate) < 0)
            {
                merged.Add(fresh[next++]);
            }

            merged.Add(candidate);
        }

        return new RosterSnapshot([.. merged, .. fresh[next..]]);
    }

    /// <summary>The sex of which fewer were chosen since a day; women where neither.</summary>
    public Sex FewerSex(DateOnly since)
    {
        var (women, men) = (0, 0);
        foreach (var candidate in candidates)
        {
            if (candidate.Record.ChosenOn.Length > 0)
            {
                var chosen = candidate.Record.ChosenSince(since);
                women += candidate.Sex == Sex.Female ? chosen : 0;
                men += candidate.Sex == Sex.Male ? chosen : 0;
            }
        }

        return women > men ? Sex.Male : Sex.Female;
    }

    private sealed class ByName : IComparer<Candidate>
    {
        public static readonly ByName Instance = new();

        public int Compare(Candidate? x, Candidate? y) => Compare(x!.SortName, x.Id, y!.SortName, y.Id);

        public static int Compare(string name, Guid id, string otherName, Guid otherId)
        {
            var names = string.CompareOrdinal(name, otherName);
            return names != 0 ? names : id.CompareTo(otherId);
        }
    }
}
