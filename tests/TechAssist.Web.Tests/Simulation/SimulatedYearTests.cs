using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using TechAssist.Core;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Strategy;
using TechAssist.Core.Strategy.Dossiers;
using TechAssist.Core.Work;
using TechAssist.Testing;
using TechAssist.Web.Samples;
using TechAssist.Web.Simulation;
using TechAssist.Web.Tests.Samples;
using UglyToad.PdfPig;

namespace TechAssist.Web.Tests.Simulation;

public sealed class SimulatedYearTests
{
    [Test]
    public async Task A_few_months_of_cases_break_no_promise_and_what_is_lost_is_seen()
    {
        using var folder = new TemporaryFolder();
        var mail = Path.Combine(folder.Path, "mail");
        var counts = new YearCounts
        {
            Cases = 8,
            Months = 3,
            Seed = 1,
        };
        await using var world = await PlayWorld.CreateAsync(SimulatedYear.StartAt, mail, default);
        await using var scope = world.Services.CreateAsyncScope();
        await Cast.CreateAsync(scope.ServiceProvider, default);
        var year = new SimulatedYear(world, counts, progress: null);
        await year.RunAsync(Season.Draw(counts.Cases, counts.Months, counts.Seed, SimulatedYear.StartAt), default);
        Task<IReadOnlyList<string>> CheckAsync() => new YearCheck(world, new YearCounts(), year, mail).ExecuteAsync(default);

        Assert.That(year.Broken, Is.Empty);
        Assert.That(await new YearCheck(world, counts, year, mail).ExecuteAsync(default), Is.Empty);
        Assert.That((counts.Acts, counts.Reminders, counts.Escalations, counts.MailsSent), Is.GreaterThan((40, 20, 1, 100)));

        var db = scope.ServiceProvider.GetRequiredService<TechAssistDb>();
        await AssertDossierAsync(scope.ServiceProvider, folder.Path, await db.Requests.CountAsync(request => request.Reference != null));
        await LoseReminderAsync(db, year);
        Assert.That(await CheckAsync(), Has.One.Contains("was owed a reminder of"));

        var overdue = DateOnly.FromDateTime(year.EndAt).AddDays(-5);
        await db.Experts.Where(expert => expert.NextAskOn > overdue).ExecuteUpdateAsync(expert => expert.SetProperty(row => row.NextAskOn, overdue));
        Assert.That(await CheckAsync(), Has.Some.Contains("was to be asked whether papers and days still hold"));

        File.Delete(Directory.EnumerateFiles(mail).First());
        Assert.That(await CheckAsync(), Has.Some.Contains("is said to be sent, and there is no file"));

        await db.Deadlines.Where(row => row.Kind == DeadlineKind.Escalation && row.HandledAt != null).ExecuteDeleteAsync();
        Assert.That(await CheckAsync(), Has.Some.Contains("escalations happened"));

        var midnight = SimulatedYear.StartAt.Date.AddDays(30);
        await db.Outbox.Where(row => row.State == MailState.Sent).ExecuteUpdateAsync(row => row.SetProperty(mail => mail.SentAt, midnight));
        Assert.That(await CheckAsync(), Has.Some.Contains("left at night"));
    }

    /// <summary>What the committee gets of these months: four files in each language, sound, and with every request of theirs counted.</summary>
    private static async Task AssertDossierAsync(IServiceProvider services, string folder, int requests)
    {
        var filter = new StrategyFilter { FromOn = DateOnly.FromDateTime(SimulatedYear.StartAt) };
        var files = await services.GetRequiredService<MakeDossier>().AllAsync(filter, Languages.All, Actor.System, default);
        Assert.That(files.GroupBy(file => Path.GetExtension(file.FileName)).Select(kind => $"{kind.Key} {kind.Count()}"), Is.EquivalentTo(new[] { ".docx 2", ".html 2", ".pdf 2", ".xlsx 2" }));
        foreach (var file in files.Where(file => file.FileName.EndsWith(".pdf", StringComparison.Ordinal)))
        {
            var path = Path.Combine(folder, file.FileName);
            await File.WriteAllBytesAsync(path, file.Bytes);
            Assert.That(await Command.TryAsync("qpdf", "--check", path), Is.Null, file.FileName);
            using var pdf = PdfDocument.Open(file.Bytes);
            var text = string.Concat(pdf.GetPages().Select(page => page.Text));
            Assert.That(text, Does.Match($@"(?<!\d){requests}(?!\d)").And.Not.Match(@"\{\w+\}"), file.FileName);
        }
    }

    [Test]
    public async Task The_process_of_the_jobs_is_killed_again_and_again_and_nothing_is_lost()
    {
        using var folder = new TemporaryFolder();
        var mail = Path.Combine(folder.Path, "mail");
        var counts = new YearCounts
        {
            Cases = 5,
            Months = 2,
            Seed = 2,
            KillsWanted = 4,
        };
        await using var world = await PlayWorld.CreateAsync(SimulatedYear.StartAt, mail, default);
        await using var scope = world.Services.CreateAsyncScope();
        await Cast.CreateAsync(scope.ServiceProvider, default);
        await using var killed = new KilledJobs(world.Folder!, mail, counts);
        var year = new SimulatedYear(world, counts, progress: null, killed.RunAsync);
        await year.RunAsync(Season.Draw(counts.Cases, counts.Months, counts.Seed, SimulatedYear.StartAt), default);

        Assert.That(counts.Kills, Is.EqualTo(4));
        Assert.That(year.Broken, Is.Empty);
        Assert.That(await new YearCheck(world, counts, year, mail).ExecuteAsync(default), Is.Empty);
    }

    private static async Task LoseReminderAsync(TechAssistDb db, SimulatedYear year)
    {
        foreach (var seen in year.Seen.Where(seen => seen.Kind == DeadlineKind.Reminder && seen.Owed.Count > 0))
        {
            var lost = await db.Outbox.FirstOrDefaultAsync(row => row.StepRowId == seen.StepRowId && row.CreatedAt == seen.At && row.PersonId == seen.Owed[0]);
            if (lost is { DigestId: null, State: MailState.Sent })
            {
                await db.Outbox.Where(row => row.Id == lost.Id).ExecuteDeleteAsync();
                return;
            }
        }

        Assert.Fail("No reminder was sent at all.");
    }
}
