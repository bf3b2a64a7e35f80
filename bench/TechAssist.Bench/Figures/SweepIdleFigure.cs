using System.Diagnostics;
using TechAssist.Testing;

namespace TechAssist.Bench.Figures;

/// <summary>A sweep over a million open deadlines of which none is due, a new scope and connection each time as the recurring job has it.</summary>
internal sealed record SweepIdleFigure(Provider Provider) : Figure($"sweep-idle-{Provider.ToString().ToLowerInvariant()}", "ms", 5)
{
    private const int Rounds = 200;

    public override Measurement Measure() => MeasureAsync().GetAwaiter().GetResult();

    private async Task<Measurement> MeasureAsync()
    {
        var world = await SweepWorld.GetAsync(Provider);
        var times = new List<double>();
        for (var round = 0; round < Rounds + 20; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            if (await world.SweepAsync() != 0)
            {
                throw new InvalidOperationException("Something was due.");
            }

            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        times.RemoveRange(0, 20);
        times.Sort();
        return new Measurement(times[(int)(times.Count * 0.95)], times[0], times[^1], times.Count);
    }
}
