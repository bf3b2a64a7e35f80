using System.Diagnostics;
using TechAssist.Core.Experts;
using TechAssist.Testing;

namespace TechAssist.Bench.Figures;

/// <summary>From the end of a change of one of 100,000 experts until another node's copy shows it, rebuilt copy included.</summary>
internal sealed record MatchingChangeFigure(Provider Provider) : Figure($"matching-change-{Provider.ToString().ToLowerInvariant()}", "ms", 1000)
{
    private const int Experts = 100_000;
    private const int Rounds = 10;

    public override Measurement Measure() => MeasureAsync().GetAwaiter().GetResult();

    private async Task<Measurement> MeasureAsync()
    {
        var world = await MatchingWorld.GetAsync(Provider);
        using var other = world.AnotherCopy();
        var expert = (await other.GetAsync(default)).Candidates[Experts / 2];
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var judged = round % 2 == 0 ? Suitability.NotYet : Suitability.DeployNow;
            var revision = (await world.AsAsync<GetExpert, ExpertView>(get => get.ExecuteAsync(expert.Id, world.Officer, default))).Revision;
            await world.AsAsync<AssessExpert, bool>(async assess =>
            {
                await assess.ExecuteAsync(expert.Id, new AssessExpertInput(judged, revision), world.Officer, default);
                return true;
            });
            var begun = Stopwatch.GetTimestamp();
            while ((await other.GetAsync(default)).Find(expert.Id)?.Suitability != judged)
            {
            }

            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return Measurement.Median(times) with { Value = times.Max() };
    }
}
