using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Tests.Definitions;

/// <summary>Whatever people answer, in whatever order and whatever the facts are, the case stays on its way.</summary>
internal sealed class RandomWalkTests
{
    [TestCaseSource(typeof(DefinitionFile), nameof(DefinitionFile.Keys))]
    public void From_any_reachable_state_every_offered_move_is_valid_and_the_way_home_is_open(string key)
    {
        var definition = WorkflowDefinition.Parse(File.ReadAllText(DefinitionFile.PathOf(key)));
        var choices = Arb.From(Gen.Choose(0, ushort.MaxValue).ListOf().Resize(120), Shorter);
        var property = Prop.ForAll(choices, moves =>
        {
            var end = Wander(definition, moves).GoStraightHome();
            return end.HasEnded;
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20310105, 57).WithQuietOnSuccess(true), property);
    }

    /// <summary>Leaves out one move after the other, so that a failure shows the shortest way to it.</summary>
    private static IEnumerable<List<int>> Shorter(List<int> moves) =>
        Enumerable.Range(0, moves.Count).Select(i => moves.Where((_, j) => j != i).ToList());

    /// <summary>Makes a move for each number: which open step, which of its outcomes, with which facts.</summary>
    private static Walk Wander(WorkflowDefinition definition, IEnumerable<int> moves)
    {
        Walk? walk = null;
        foreach (var move in moves)
        {
            var facts = Facts.Of(move >> 8);
            if (walk is null)
            {
                walk = Walk.Start(definition, facts);
                continue;
            }

            if (walk.HasEnded)
            {
                break;
            }

            var open = walk.Open[move % walk.Open.Count];
            var offers = walk.OffersAt(open);
            walk = walk.Take(open, offers[(move >> 2) % offers.Count], facts);
        }

        return walk ?? Walk.Start(definition, Facts.Plain);
    }
}
