using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core;
using TechAssist.Core.Clock;
using TechAssist.Core.Experts.Calls;
using TechAssist.Core.Notifications;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;

namespace TechAssist.Web.Samples;

/// <summary>A case that was played.</summary>
public sealed record PlayedCase(Guid RequestId, string Reference);

/// <summary>Plays a sample through the acts of the product, each in its own scope as a web request would. Between two acts the
/// clock jumps from one due deadline to the next, so that reminders and silence procedures happen at their own time.</summary>
public sealed class CasePlayer(IServiceProvider services, ManualClock clock)
{
    /// <summary>How long the clock runs on after the last act before the case is given up.</summary>
    public const int LongestMonths = 24;

    private WorkingCalendar Secretariat => services.GetRequiredService<ReferenceCatalog>().Current.Calendars.Secretariat;

    /// <summary>Submits the request, and lets people act.</summary>
    /// <param name="sample">The case.</param>
    /// <param name="acts">How many of its acts; null for all.</param>
    /// <param name="progress">Told of every act.</param>
    /// <param name="cancellationToken">Stops the play.</param>
    /// <exception cref="FaultyFileException">An act was refused; the fault names its line and field.</exception>
    public async Task<PlayedCase> PlayAsync(Sample sample, int? acts, Action<string>? progress, CancellationToken cancellationToken)
    {
        clock.MoveTo(sample.File.Start.UtcDateTime);
        progress?.Invoke($"{clock.Now:yyyy-MM-dd}  {sample.File.By} submits");
        var played = await SubmitAsync(sample, cancellationToken);
        for (var index = 0; index < (acts ?? sample.File.Acts.Count); index++)
        {
            var act = sample.File.Acts[index];
            await RunClockAsync(NextTime(sample, index), cancellationToken);
            progress?.Invoke($"{clock.Now:yyyy-MM-dd}  {act.By} {act.Act ?? $"{act.Task}: {act.Outcome}"}");
            await ActAsync(sample, act, $"acts[{index}]", played, cancellationToken);
            await SendMailsAsync(cancellationToken);
        }

        return played;
    }

    /// <summary>Lets the clock do what it owes until then, each thing at its own time.</summary>
    public async Task RunClockAsync(DateTime until, CancellationToken cancellationToken)
    {
        while (await NextAsync(until, cancellationToken) is { } next)
        {
            clock.MoveTo(next);
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SweepDeadlines>().ExecuteAsync(1000, cancellationToken);
            await scope.ServiceProvider.GetRequiredService<SweepCalls>().ExecuteAsync(1000, cancellationToken);
            await SendMailsAsync(cancellationToken);
        }

        clock.MoveTo(until);
    }

    /// <summary>Lets the clock run until the case is closed.</summary>
    /// <returns>The result; null when the case is still open after <see cref="LongestMonths"/>, or when nothing is due any more.</returns>
    public async Task<string?> RunOnAsync(PlayedCase played, CancellationToken cancellationToken)
    {
        var end = clock.Now.AddMonths(LongestMonths);
        while (true)
        {
            var result = await ResultAsync(played, cancellationToken);
            if (result is not null || await NextAsync(end, cancellationToken) is not { } next)
            {
                return result;
            }

            await RunClockAsync(next, cancellationToken);
        }
    }

    private async Task SendMailsAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        while (await scope.ServiceProvider.GetRequiredService<SendOutbox>().ExecuteAsync(100, cancellationToken) == 100)
        {
            // There may be more.
        }
    }

    /// <summary>Submits the request now.</summary>
    /// <exception cref="FaultyFileException">It was refused.</exception>
    public async Task<PlayedCase> SubmitAsync(Sample sample, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var by = await FindActorAsync(scope, sample, sample.File.By, "by", cancellationToken);
        try
        {
            var request = await scope.ServiceProvider.GetRequiredService<SubmitRequest>().ExecuteAsync(sample.File.Request, by, cancellationToken);
            return new PlayedCase(request.Id, request.Reference!);
        }
        catch (Exception exception) when (Faults(sample, exception, "request", "request") is { } faults)
        {
            throw new FaultyFileException(faults);
        }
    }

    /// <summary>One act, now.</summary>
    /// <exception cref="FaultyFileException">It was refused.</exception>
    public async Task ActAsync(Sample sample, SampleAct act, string path, PlayedCase played, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var by = await FindActorAsync(scope, sample, act.By, path + ".by", cancellationToken);
        var lookUp = new CaseLookUp(scope.ServiceProvider.GetRequiredService<TechAssistDb>(), played.RequestId, played.Reference);
        var part = path + (act.Task is null ? ".input" : ".form");
        var (fields, unknown) = await NaturalNames.WithIdsAsync(
            act.Form ?? act.Input ?? [], (kind, name) => lookUp.FindAsync(kind, name, cancellationToken));
        if (unknown is not null)
        {
            throw new FaultyFileException(sample.Fault($"{part}.{unknown}", "Nothing in the case has this name."));
        }

        var item = act.Task is null ? null : await FindTaskAsync(sample, act, path, lookUp, by, cancellationToken);
        try
        {
            await (item is null
                ? SampleActs.ByName[act.Act!].RunAsync(new ActCall(scope.ServiceProvider, lookUp, by, act.Mission, fields, cancellationToken))
                : scope.ServiceProvider.GetRequiredService<CompleteWorkItem>().ExecuteAsync(
                    new CompleteWorkItemInput(item.Id, act.Outcome!, JsonSerializer.SerializeToElement(fields)), by, cancellationToken));
        }
        catch (Exception exception) when (Faults(sample, exception, part, path) is { } faults)
        {
            throw new FaultyFileException(faults);
        }
    }

    /// <summary>When the request is submitted, and when each act happens.</summary>
    public IEnumerable<DateTime> TimesOf(Sample sample)
    {
        var time = sample.File.Start.UtcDateTime;
        yield return time;
        foreach (var act in sample.File.Acts)
        {
            time = TimeOf(act, time);
            yield return time;
        }
    }

    /// <summary>When an act happens, after the one before.</summary>
    public DateTime TimeOf(SampleAct act, DateTime before) => act.At?.UtcDateTime ?? act.After?.From(before, Secretariat) ?? before;

    private DateTime NextTime(Sample sample, int index)
    {
        var time = TimeOf(sample.File.Acts[index], clock.Now);
        return time >= clock.Now
            ? time
            : throw new FaultyFileException(sample.Fault($"acts[{index}].at", $"This is before the act before it ({clock.Now:yyyy-MM-dd'T'HH:mm:ss'Z'})."));
    }

    private async Task<DateTime?> NextAsync(DateTime until, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TechAssistDb>();
        var deadline = await db.Deadlines
            .Where(deadline => deadline.HandledAt == null && !deadline.IsPaused && deadline.FireAt <= until)
            .MinAsync(deadline => (DateTime?)deadline.FireAt, cancellationToken);
        var call = await db.Calls.Where(call => call.NextAt <= until).MinAsync(call => call.NextAt, cancellationToken);
        return deadline < call ? deadline : call ?? deadline;
    }

    private async Task<string?> ResultAsync(PlayedCase played, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TechAssistDb>().Requests
            .Where(request => request.Id == played.RequestId)
            .Select(request => request.Result)
            .SingleAsync(cancellationToken);
    }

    private static async Task<Actor> FindActorAsync(AsyncServiceScope scope, Sample sample, string email, string field, CancellationToken cancellationToken) =>
        await scope.ServiceProvider.GetRequiredService<FindActor>().ByEmailAsync(email, cancellationToken)
        ?? throw new FaultyFileException(sample.Fault(field, $"There is no account '{email}'."));

    private static async Task<WorkItem> FindTaskAsync(
        Sample sample, SampleAct act, string path, CaseLookUp lookUp, Actor by, CancellationToken cancellationToken) =>
        await lookUp.FindTaskAsync(act.Task!, act.Mission, by.PersonId, cancellationToken)
        ?? throw new FaultyFileException(sample.Fault(
            path + ".task", $"{act.By} has no open task '{act.Task}'. Open: {string.Join(", ", await lookUp.OpenTasksAsync(cancellationToken))}."));

    /// <summary>What the product refused, as faults of the file; null for what is no refusal.</summary>
    private static List<FileFault>? Faults(Sample sample, Exception exception, string part, string whole) => exception switch
    {
        InvalidInputException invalid => [.. invalid.Errors.Select(error =>
            sample.Fault(error.Field.Length == 0 ? part : $"{part}.{error.Field}", Messages.Text(error, "en")))],
        RuleException refusal => [sample.Fault(whole, $"Refused ({refusal.Code}): {Messages.Text(refusal, "en")}")],
        NotFoundException => [sample.Fault(whole, exception.Message)],
        _ => null,
    };
}
