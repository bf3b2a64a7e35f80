using System.Diagnostics;
using TechAssist.Testing;

namespace TechAssist.Bench.Figures;

/// <summary>10,000 deadlines of 10,000 cases are due among a million open ones: each is handled, with the mails to whoever must be
/// told and a line in the case's history, up to a hundred of them in one save.</summary>
internal sealed record SweepDueFigure(Provider Provider) : Figure($"sweep-due-{Provider.ToString().ToLowerInvariant()}", "s", 20)
{
    public override Measurement Measure() => MeasureAsync().GetAwaiter().GetResult();

    private async Task<Measurement> MeasureAsync()
    {
        var world = await SweepWorld.GetAsync(Provider);
        await world.SweepAsync();
        if (await world.LetOneOfEachCaseBeDueAsync() is var due and < SweepWorld.Cases)
        {
            throw new InvalidOperationException($"Only {due} are due.");
        }

        var before = await world.MailsAsync();
        var begun = Stopwatch.GetTimestamp();
        var handled = await world.SweepAsync();
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var mails = await world.MailsAsync() - before;
        Console.Error.WriteLine($"{handled} handled, {mails} mails");
        return handled >= SweepWorld.Cases && mails >= SweepWorld.Cases && await world.SweepAsync() == 0
            ? new Measurement(seconds, seconds, seconds, 1)
            : throw new InvalidOperationException("Not everything that was due was handled.");
    }
}
