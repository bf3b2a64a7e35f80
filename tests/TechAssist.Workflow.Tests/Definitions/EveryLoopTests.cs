using NUnit.Framework;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Tests.Definitions;

/// <summary>Goes every way through a definition that turns back at most so many times, so that each loop is taken once, twice, and after and within each other.</summary>
internal sealed class EveryLoopTests
{
    [TestCase("followup", 3)]
    [TestCase("mission", 2)]
    [TestCase("publication", 3)]
    [TestCase("rapid", 2)]
    [TestCase("standard", 2)]
    public void Every_way_with_so_many_turns_ends_with_a_result_and_together_they_reach_everything(string key, int turns)
    {
        var file = DefinitionFile.Read(key);
        var ways = new Ways(WorkflowDefinition.Parse(File.ReadAllText(DefinitionFile.PathOf(key))), BackArrows.Of(file), turns);
        ways.Explore();
        var steps = file.Activities.Select(DefinitionFile.IdOf);
        var outcomes = file.HumanSteps.SelectMany(s => DefinitionFile.Strings(s, "outcomes").Select(o => $"{DefinitionFile.IdOf(s)}:{o}"));
        var results = file.OfType("Elsa.SetVariable").Select(s => DefinitionFile.Text(s, "value")).Distinct();
        Assert.Multiple(() =>
        {
            Assert.That(ways.Steps, Is.EquivalentTo(steps));
            Assert.That(ways.Outcomes, Is.SupersetOf(outcomes));
            Assert.That(ways.Results, Is.EquivalentTo(results));
        });
        TestContext.Out.WriteLine($"{key}: {ways.Count} ways");
    }

    private sealed class Ways(WorkflowDefinition definition, IReadOnlySet<(string From, string To)> backArrows, int turns)
    {
        private readonly HashSet<string> _decisions = [.. definition.Activities.Where(a => a.Kind == ActivityKind.Decision).Select(a => a.Id)];

        public HashSet<string> Steps { get; } = [];

        public HashSet<string> Outcomes { get; } = [];

        public HashSet<string> Results { get; } = [];

        public int Count { get; private set; }

        public void Explore()
        {
            foreach (var walk in OnBothSides(facts => Walk.Start(definition, facts)))
            {
                Follow(walk, turns);
            }
        }

        private void Follow(Walk walk, int turnsLeft)
        {
            Steps.UnionWith(walk.Executed);
            Outcomes.Add(walk.Path[^1]);
            if (walk.HasEnded)
            {
                Count++;
                Results.Add(walk.Result!);
                return;
            }

            foreach (var (next, turned) in MovesOf(walk, turnsLeft == turns))
            {
                if (!turned || turnsLeft > 0)
                {
                    Follow(next, turned ? turnsLeft - 1 : turnsLeft);
                }
            }
        }

        /// <summary>Parallel steps are answered in every order before the first turn; after it in one order, else the ways are too many.</summary>
        private IEnumerable<(Walk Next, bool Turned)> MovesOf(Walk walk, bool inEveryOrder)
        {
            var waits = inEveryOrder ? walk.Open : walk.Open.Take(1);
            foreach (var open in waits)
            {
                var offers = walk.OffersAt(open);
                foreach (var outcome in inEveryOrder || walk.Open.Count == 1 ? offers : offers.Take(1))
                {
                    foreach (var next in OnBothSides(facts => walk.Take(open, outcome, facts)))
                    {
                        yield return (next, HasTurned(open.StepId, next));
                    }
                }
            }
        }

        /// <summary>The move with facts that lead on and, when a condition read them, with facts that do not.</summary>
        private IEnumerable<Walk> OnBothSides(Func<Facts, Walk> move)
        {
            var plain = move(Facts.Plain);
            yield return plain;
            if (plain.Executed.Any(_decisions.Contains))
            {
                yield return move(Facts.Contrary);
            }
        }

        private bool HasTurned(string from, Walk walk) =>
            walk.Executed.Prepend(from).Zip(walk.Executed).Any(backArrows.Contains);
    }
}
