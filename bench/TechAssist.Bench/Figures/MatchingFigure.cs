using System.Diagnostics;
using TechAssist.Core.Experts.Staffing;
using TechAssist.Testing;

namespace TechAssist.Bench.Figures;

/// <summary>The ten best of 100,000 experts with their reasons, as the matching page asks: case, terms, rulings and what changed on
/// the roster are read from the database every time. 95th percentile over twenty cases.</summary>
internal sealed record MatchingFigure(Provider Provider) : Figure($"matching-{Provider.ToString().ToLowerInvariant()}", "ms", 100)
{
    private const int Experts = 100_000;
    private const int Rounds = 10;
    private const int FewestLeft = 200;
    private const int MostLeft = 20_000;

    public override Measurement Measure() => MeasureAsync().GetAwaiter().GetResult();

    private async Task<Measurement> MeasureAsync()
    {
        var world = await MatchingWorld.GetAsync(Provider);
        await CheckCasesAsync(world);

        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var request in world.Requests)
            {
                var begun = Stopwatch.GetTimestamp();
                await world.AsAsync<FindMatches, MatchPage>(find => find.ExecuteAsync(request, 0, world.Officer, default));
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        }

        times.Sort();
        return new Measurement(times[(int)(times.Count * 0.95)], times[0], times[^1], times.Count);
    }

    /// <summary>The cases leave what the promise is about; also warms everything up.</summary>
    private static async Task CheckCasesAsync(MatchingWorld world)
    {
        var left = new List<int>();
        foreach (var request in world.Requests)
        {
            var page = await world.AsAsync<FindMatches, MatchPage>(find => find.ExecuteAsync(request, 0, world.Officer, default));
            left.Add(page.Result.Looked == Experts && page.Best.Count == FindMatches.BestCount ? page.Result.Passed : -1);
        }

        Console.Error.WriteLine($"of {Experts} experts are left: {string.Join(' ', left.Order())}");
        if (left.Exists(count => count is < FewestLeft or > MostLeft))
        {
            throw new InvalidOperationException($"The cases are made to leave {FewestLeft} to {MostLeft}.");
        }
    }
}
