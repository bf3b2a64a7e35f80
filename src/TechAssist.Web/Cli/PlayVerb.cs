using System.CommandLine;
using TechAssist.Web.Samples;

namespace TechAssist.Web.Cli;

/// <summary><c>play &lt;sample&gt; --out &lt;folder&gt;</c>: a whole case, from submission to its result, on a throw-away database.</summary>
internal static class PlayVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("sample") { Description = "The sample case, a JSON file (docs/samples.md)." };
        var folder = new Option<string>("--out") { Description = "Where the documents, the mails and case.json go; made when missing.", Required = true };
        var verb = new Command("play", "Plays a sample case through its whole workflow with a simulated clock, and prints its timeline and its result.") { file, folder };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(file), parsed.GetRequiredValue(folder), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string path, string folder, CancellationToken cancellationToken)
    {
        var sample = PlayWorld.Reader().Read(path);
        await using var world = await PlayWorld.CreateAsync(sample.File.Start.UtcDateTime, Path.Combine(folder, "mail"), cancellationToken);
        var played = await world.Player.PlayAsync(sample, null, line => Console.Error.WriteLine(line), cancellationToken);
        var result = await world.Player.RunOnAsync(played, cancellationToken);

        var shown = await ShownCase.ReadAsync(world.Services, played, sample.File.Language, cancellationToken);
        TimelineTable.Print(shown, Console.Out);
        await CaseFolder.WriteAsync(world.Services, played, shown, folder, cancellationToken);
        if (result is null)
        {
            await Console.Error.WriteLineAsync($"The case has not ended: stage {shown.Stage}, open: {string.Join(", ", shown.OpenSteps)}.");
        }
        else if (result != sample.File.Expect)
        {
            await Console.Error.WriteLineAsync($"The sample expects '{sample.File.Expect}'.");
        }

        Console.WriteLine(result ?? "open");
        return result == sample.File.Expect ? ExitCodes.Done : ExitCodes.Failed;
    }
}
