using TechAssist.Web.Samples;

namespace TechAssist.Web.Simulation;

/// <summary>Which cases a year brings, and when: drawn by the seed alone.</summary>
public static class Season
{
    /// <summary>The samples, and how many of a hundred cases are like them.</summary>
    private static readonly (string File, int Weight)[] Kinds =
    [
        ("senegal-migration-statistics", 22),
        ("cabo-verde-border-management", 20),
        ("togo-civil-status", 20),
        ("niger-crisis-rapid", 12),
        ("togo-benin-regional", 6),
        ("ghana-declined", 12),
        ("senegal-diaspora-withdrawn", 8),
    ];

    public static List<(DateTime At, SimulatedCase Case)> Draw(int cases, int months, int seed, DateTime start)
    {
        var reader = PlayWorld.Reader();
        var taken = new Dictionary<string, int>();
        string Expert(string model)
        {
            var number = 1 + (taken[model] = taken.GetValueOrDefault(model) + 1) % Cast.ExpertsEach;
            return number == 1 ? model : model.Replace("@", $"-{number}@", StringComparison.Ordinal);
        }

        var read = Kinds.ToDictionary(kind => kind.File, kind => StrictJson.ReadFile(Path.Combine(AppContext.BaseDirectory, "samples", kind.File + ".json")));
        var drawn = new List<(DateTime At, SimulatedCase Case)>();
        var days = (start.AddMonths(months) - start).TotalDays * 0.85;
        for (var number = 1; number <= cases; number++)
        {
            var random = new Random(unchecked(seed * 1_000_003 + number));
            var file = Pick(random.Next(Kinds.Sum(kind => kind.Weight)));
            var meant = reader.Parse(file, read[file]).File.Start.UtcDateTime;
            var weeks = (int)Math.Ceiling((start.AddDays(random.NextDouble() * days) - meant).TotalDays / 7);
            var script = new Script(file, Script.Recast(read[file], random, Expert), weeks, reader);
            var fate = random.NextDouble();
            var acts = script.Acts.Count;
            drawn.Add((
                script.Sample.File.Start.UtcDateTime.AddMinutes(random.Next(240)),
                new SimulatedCase(number, script, random)
                {
                    HoldBefore = fate < 0.05 && !script.Acts.Any(act => act.Act == "hold") ? 2 + random.Next(8) : -1,
                    WithdrawBefore = fate is >= 0.05 and < 0.08 ? 2 + random.Next(Math.Min(12, acts)) : -1,
                }));
        }

        return drawn;
    }

    private static string Pick(int ticket)
    {
        foreach (var (file, weight) in Kinds)
        {
            if ((ticket -= weight) < 0)
            {
                return file;
            }
        }

        return Kinds[^1].File;
    }
}
