using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;
using TechAssist.Testing;
using TechAssist.Web.Infrastructure.Demo;
using TechAssist.Web.Samples;

namespace TechAssist.Web.Tests.Cases;

/// <summary>A sample that is walked in the running portal, act by act, with the portal's own services and its clock. A test may
/// do an act another way (a browser, a post) and leave the others to this.</summary>
public sealed class WalkedCase
{
    private readonly PortalApp app;
    private readonly Sample sample;

    private WalkedCase(PortalApp app, Sample sample) => (this.app, this.sample) = (app, sample);

    public Guid RequestId { get; private set; }

    public string Reference { get; private set; } = "";

    public RequestContent Request => sample.File.Request;

    public string By => sample.File.By;

    /// <summary>How many acts were done.</summary>
    public int Done { get; private set; }

    /// <summary>The act that comes next; null after the last.</summary>
    public SampleAct? Next => Done < sample.File.Acts.Count ? sample.File.Acts[Done] : null;

    /// <summary>Reads the sample and sets the clock to its beginning; nothing is submitted yet. Where the portal's clock is past
    /// that, the sample's dates move by whole weeks, as those of the demo cases do.</summary>
    public static async Task<WalkedCase> ReadAsync(PortalApp app, string name)
    {
        await AddDemoPeopleAsync(app);
        var (reader, path) = (PlayWorld.Reader(), Repository.File("samples", name + ".json"));
        var utf8 = StrictJson.ReadFile(path);
        var sample = reader.Parse(path, utf8);
        var weeks = (int)Math.Ceiling((app.Now - sample.File.Start.UtcDateTime).TotalDays / 7);
        var walked = new WalkedCase(app, weeks <= 0 ? sample : reader.Parse(path, ShiftedSample.Shift(utf8, weeks)));
        walked.MoveClock(walked.sample.File.Start.UtcDateTime);
        return walked;
    }

    public static async Task<WalkedCase> SubmitAsync(PortalApp app, string name)
    {
        var walked = await ReadAsync(app, name);
        var request = await app.WithAsync(async services =>
            await services.GetRequiredService<SubmitRequest>().ExecuteAsync(walked.Request, await ActorAsync(services, walked.By), default));
        await walked.SubmittedAsync(request.Reference!);
        return walked;
    }

    /// <summary>Takes over a request that was submitted another way.</summary>
    public async Task SubmittedAsync(string reference)
    {
        Reference = reference;
        RequestId = await app.ReadAsync(db => db.Requests.Where(request => request.Reference == reference).Select(request => request.Id).SingleAsync());
    }

    public async Task WalkToEndAsync() => await WalkUntilAsync(_ => false);

    /// <summary>Does all acts before the first one that is meant.</summary>
    public async Task WalkUntilAsync(Predicate<SampleAct> isMeant)
    {
        while (Next is { } act && !isMeant(act))
        {
            await WaitForNextAsync();
            await ActAsync();
        }
    }

    /// <summary>Lets the clock run to the time of the next act; what falls due on the way happens at its own time.</summary>
    public async Task WaitForNextAsync()
    {
        var act = Next ?? throw new InvalidOperationException("The sample has no act left.");
        var calendar = app.Services.GetRequiredService<ReferenceCatalog>().Current.Calendars.Secretariat;
        await RunToAsync(act.At?.UtcDateTime ?? act.After?.From(app.Now, calendar) ?? app.Now);
    }

    /// <summary>Lets time pass without an act; what falls due on the way happens at its own time.</summary>
    public Task WaitAsync(TimeSpan time) => RunToAsync(app.Now + time);

    private async Task RunToAsync(DateTime then)
    {
        while (await DueAsync(then) is { } due)
        {
            MoveClock(due);
            await app.WithAsync(services => services.GetRequiredService<SweepDeadlines>().ExecuteAsync(1000, default));
        }

        MoveClock(then);
    }

    /// <summary>The next act's open task, and its form with ids in the place of names.</summary>
    public Task<(Guid TaskId, JsonObject Form)> TaskAsync() => app.WithAsync(async services =>
    {
        var act = Next!;
        var lookUp = LookUp(services);
        var by = await ActorAsync(services, act.By);
        var item = await lookUp.FindTaskAsync(act.Task!, act.Mission, by.PersonId, default)
            ?? throw new InvalidOperationException($"{act.By} has no task {act.Task}; open: {string.Join(", ", await lookUp.OpenTasksAsync(default))}");
        return (item.Id, await WithIdsAsync(lookUp, act.Form));
    });

    /// <summary>The next act was done another way.</summary>
    public void Passed() => Done++;

    /// <summary>Does the next act by the act of the product.</summary>
    public async Task ActAsync()
    {
        var act = Next!;
        if (act.Task is null)
        {
            await app.WithAsync(async services =>
            {
                var lookUp = LookUp(services);
                var fields = await WithIdsAsync(lookUp, act.Input);
                await SampleActs.ByName[act.Act!].RunAsync(new ActCall(services, lookUp, await ActorAsync(services, act.By), act.Mission, fields, default));
                return true;
            });
        }
        else
        {
            var (taskId, form) = await TaskAsync();
            await app.WithAsync(async services => await services.GetRequiredService<CompleteWorkItem>().ExecuteAsync(
                new CompleteWorkItemInput(taskId, act.Outcome!, JsonSerializer.SerializeToElement(form)), await ActorAsync(services, act.By), default));
        }

        Done++;
    }

    /// <summary>A demo person who signs in with the demo password.</summary>
    public static Task<Actor> ActorAsync(PortalApp app, string email) => app.WithAsync(services => ActorAsync(services, email));

    private static async Task<Actor> ActorAsync(IServiceProvider services, string email) =>
        await services.GetRequiredService<FindActor>().ByEmailAsync(email, default) ?? throw new InvalidOperationException($"There is no account {email}.");

    private static async Task AddDemoPeopleAsync(PortalApp app) => await app.WithAsync(async services =>
    {
        await DemoPeople.CreateAsync(services, default);
        await DemoExperts.CreateAsync(services, default);
        return true;
    });

    private static async Task<JsonObject> WithIdsAsync(CaseLookUp lookUp, JsonObject? named)
    {
        var (form, unknown) = await NaturalNames.WithIdsAsync(named ?? [], (kind, name) => lookUp.FindAsync(kind, name, default));
        return unknown is null ? form : throw new InvalidOperationException($"Nothing in the case has the name at {unknown}.");
    }

    private CaseLookUp LookUp(IServiceProvider services) => new(services.GetRequiredService<TechAssistDb>(), RequestId, Reference);

    private Task<DateTime?> DueAsync(DateTime until) => app.ReadAsync(db => db.Deadlines
        .Where(deadline => deadline.HandledAt == null && !deadline.IsPaused && deadline.FireAt <= until)
        .OrderBy(deadline => deadline.FireAt)
        .Select(deadline => (DateTime?)deadline.FireAt)
        .FirstOrDefaultAsync());

    private void MoveClock(DateTime then)
    {
        if (then > app.Now)
        {
            app.Clock.SetUtcNow(new DateTimeOffset(then, TimeSpan.Zero));
        }
    }
}
