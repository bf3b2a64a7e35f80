using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using TechAssist.Core.Audit;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Testing;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.Samples;
using UglyToad.PdfPig;

namespace TechAssist.Web.Tests.Samples;

/// <summary>Every file of samples/ is played to its end.</summary>
public sealed class PlaySamplesTests
{
    /// <summary>A day on which every sample's request must be good, as if it were posted then.</summary>
    private static readonly DateOnly PostedOn = new(2026, 11, 23);

    private static readonly Lazy<Task<ReferenceSnapshot>> Reference = new(ReadReferenceAsync);

    /// <summary>How a report begins that is not, or not wholly, in the language of its paper.</summary>
    private static readonly string[] Untranslated = ["Ce rapport a été rédigé", "Traduit en partie", "This report was written", "Partly translated"];

    public static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "samples"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Files))]
    public async Task A_sample_ends_as_it_expects_and_leaves_its_documents(string name)
    {
        using var folder = new TemporaryFolder();
        var sample = PlayWorld.Reader().Read(PathOf(name));
        await using var world = await PlayWorld.CreateAsync(sample.File.Start.UtcDateTime, Path.Combine(folder.Path, "mail"), default);

        var played = await world.Player.PlayAsync(sample, null, null, default);
        var result = await world.Player.RunOnAsync(played, default);
        var shown = await ShownCase.ReadAsync(world.Services, played, sample.File.Language, default);
        await CaseFolder.WriteAsync(world.Services, played, shown, folder.Path, default);

        Assert.That(result, Is.EqualTo(sample.File.Expect));
        Assert.That(shown.Lines.Select(line => line.What), Has.None.Contain("[").And.None.Contain("{"), "Every line of the timeline is a sentence.");
        await AssertChainsAsync(world);
        using var written = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder.Path, "case.json")));
        Assert.That(written.RootElement.GetProperty("timeline").GetArrayLength(), Is.EqualTo(shown.Lines.Count));
        Assert.That(Directory.EnumerateFiles(Path.Combine(folder.Path, "mail"), "*.eml"), Is.Not.Empty);
        await AssertDocumentsAsync(folder.Path, result!);
    }

    [Test]
    public async Task A_regional_sample_ends_the_same_on_PostgreSQL()
    {
        await using var database = await FreshDatabase.CreateAsync(Provider.Postgres);
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Database:Provider", "Postgres"), new("Database:ConnectionString", database.ConnectionString)])
            .Build();
        var sample = PlayWorld.Reader().Read(PathOf("togo-benin-regional"));
        await using var world = await PlayWorld.CreateInAsync(options => Database.Choose(options, settings), sample.File.Start.UtcDateTime, default);

        var played = await world.Player.PlayAsync(sample, null, null, default);

        Assert.That(await world.Player.RunOnAsync(played, default), Is.EqualTo("completed"));
        await AssertChainsAsync(world);
    }

    [TestCaseSource(nameof(Files))]
    public async Task The_request_of_a_sample_can_be_posted_today(string name)
    {
        var sample = PlayWorld.Reader().Read(PathOf(name));
        var rules = new RequestRules(await Reference.Value);

        var errors = rules.Check(sample.File.Request, PostedOn).Where(error => error.Field != "urgency.eventOn");

        Assert.That(errors, Is.Empty);
        Assert.That(sample.File.Start.Year, Is.EqualTo(2031));
    }

    private static async Task<ReferenceSnapshot> ReadReferenceAsync()
    {
        await using var world = await PlayWorld.CreateAsync(PostedOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), null, default);
        return world.Services.GetRequiredService<ReferenceCatalog>().Current;
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "samples", name + ".json");

    private static async Task AssertChainsAsync(PlayWorld world)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var check = await scope.ServiceProvider.GetRequiredService<VerifyTimeline>().ExecuteAsync(default);
        Assert.That(check.Breaks, Is.Empty);
        Assert.That(check.Lines, Is.Positive);
    }

    private static async Task AssertDocumentsAsync(string folder, string result)
    {
        string[] wanted = result switch
        {
            "completed" => ["Lettre de décision|Decision letter", "Termes de référence|Terms of reference", "Rapport de fin de mission", "End-of-mission report"],
            "withdrawn" => [],
            _ => ["Lettre de décision|Decision letter"],
        };
        var files = Directory.GetFiles(folder).Select(file => Path.GetFileName(file)!).ToList();
        foreach (var name in wanted)
        {
            foreach (var ending in new[] { ".pdf", ".docx", ".html" })
            {
                var file = files.Find(file => Array.Exists(name.Split('|'), part => file.Contains(part, StringComparison.Ordinal)) && file.EndsWith(ending, StringComparison.Ordinal));
                Assert.That(file, Is.Not.Null, $"{name}{ending} among {string.Join(", ", files)}");
                Assert.That(new FileInfo(Path.Combine(folder, file!)).Length, Is.GreaterThan(2000));
            }
        }

        foreach (var file in files.Where(file => file.EndsWith(".pdf", StringComparison.Ordinal)))
        {
            using var pdf = PdfDocument.Open(Path.Combine(folder, file));
            var text = string.Concat(pdf.GetPages().Select(page => page.Text));
            Assert.That(text, Does.Contain("TA-2031-"), file);
            Assert.That(text.Any(letter => "éèêàçîôùãõ’".Contains(letter, StringComparison.Ordinal)), $"{file} holds accents.");
            Assert.That(text, Does.Not.Match(@"\{\w+\}"), $"{file}: every place is filled in");
            Assert.That(await Command.TryAsync("qpdf", "--check", Path.Combine(folder, file)), Is.Null, file);
            if (file.Contains("Rapport de fin de mission", StringComparison.Ordinal) || file.Contains("End-of-mission report", StringComparison.Ordinal))
            {
                var (spoken, other) = file.Contains("Rapport", StringComparison.Ordinal) ? ("Recommandations", "Recommendations") : ("Recommendations", "Recommandations");
                Assert.That(text, Does.Contain(spoken).And.Not.Contain("9. " + other), $"{file} speaks its language");
                Assert.That(Untranslated.Where(text.Contains), Is.Empty, $"{file} is translated");
            }
        }
    }
}
