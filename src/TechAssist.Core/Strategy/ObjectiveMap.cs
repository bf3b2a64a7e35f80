using TechAssist.Core.Reference;

namespace TechAssist.Core.Strategy;

/// <summary>Which objectives of one framework an objective of any other goes on as, or came from: the links of the reference data, followed
/// in one direction only. Each says how sure the least sure link on the way is.</summary>
public sealed class ObjectiveMap
{
    private readonly Dictionary<string, Dictionary<string, Certainty>> _targets = [];

    /// <param name="framework">Code of the framework to map to.</param>
    public ObjectiveMap(ReferenceSnapshot data, string framework)
    {
        Objectives = data.ObjectivesOf(framework);
        List<ObjectiveLink> links = [.. data.Rows.Links.Where(link => link.IsActive)];
        var (into, from) = (links.ToLookup(link => link.ToCode), links.ToLookup(link => link.FromCode));
        foreach (var objective in Objectives)
        {
            Note(objective.Code, objective.Code, Certainty.Confirmed);
            Walk(objective.Code, code => into[code].Select(link => (link.FromCode, link.Certainty)));
            Walk(objective.Code, code => from[code].Select(link => (link.ToCode, link.Certainty)));
        }
    }

    /// <summary>Of the framework, in its order.</summary>
    public IReadOnlyList<Objective> Objectives { get; }

    /// <summary>Objectives of the framework for one of any framework; none where nothing maps it.</summary>
    public IReadOnlyCollection<string> Targets(string code) => _targets.TryGetValue(code, out var targets) ? targets.Keys : [];

    /// <summary>Every objective that counts as this one of the framework, itself included.</summary>
    public IReadOnlyList<string> Sources(string target) => [.. _targets.Where(row => row.Value.ContainsKey(target)).Select(row => row.Key).Order(StringComparer.Ordinal)];

    /// <summary>Every objective that counts at all.</summary>
    public IReadOnlyList<string> All => [.. _targets.Keys.Order(StringComparer.Ordinal)];

    /// <summary>How sure the mapping is; confirmed for the objective itself.</summary>
    public Certainty CertaintyOf(string code, string target) => _targets[code][target];

    private void Walk(string target, Func<string, IEnumerable<(string Code, Certainty Certainty)>> next)
    {
        var open = new Queue<(string Code, Certainty Certainty)>([(target, Certainty.Confirmed)]);
        var seen = new HashSet<string> { target };
        while (open.TryDequeue(out var at))
        {
            foreach (var (code, certainty) in next(at.Code).Where(step => seen.Add(step.Code)))
            {
                // The later a certainty stands in its list, the less sure it is.
                var weakest = certainty > at.Certainty ? certainty : at.Certainty;
                Note(code, target, weakest);
                open.Enqueue((code, weakest));
            }
        }
    }

    private void Note(string code, string target, Certainty certainty)
    {
        if (!_targets.TryGetValue(code, out var targets))
        {
            _targets[code] = targets = [];
        }

        targets.TryAdd(target, certainty);
    }
}
