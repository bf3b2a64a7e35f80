using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NUnit.Framework;
using TechAssist.Web.Tests.Samples;

namespace TechAssist.Web.Tests.Cli;

/// <summary>The verbs, typed as people type them: a process of its own, its two streams and its exit code.</summary>
public sealed partial class VerbTests
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "samples");

    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public async Task Play_prints_the_timeline_and_last_the_result()
    {
        var said = await RunAsync("play", Path.Combine(Samples, "ghana-declined.json"), "--out", "sortie é");

        Assert.That(said.Code, Is.Zero, said.Error);
        Assert.That(said.Lines[^1], Is.EqualTo("declined"));
        Assert.That(said.Output, Does.Contain("Hélène Vandenbrouck").And.Contain("(Africa/Accra)"));
        Assert.That(said.Error, Does.Contain("focal.gh@demo.techassist.test endorsement: endorse"));
        Assert.That(Directory.GetFiles(Path.Combine(folder.Path, "sortie é"), "*.pdf"), Is.Not.Empty);
        Assert.That(Directory.Exists(Path.Combine(folder.Path, "data")), Is.False, "A play touches no data of the portal.");
    }

    [Test]
    public async Task Play_exits_with_1_when_the_result_is_another()
    {
        var text = (await File.ReadAllTextAsync(Path.Combine(Samples, "senegal-diaspora-withdrawn.json"))).Replace("\"expect\": \"withdrawn\"", "\"expect\": \"completed\"", StringComparison.Ordinal);

        var said = await RunAsync("play", folder.Write("autre.json", text), "--out", "out");

        Assert.That((said.Code, said.Lines[^1]), Is.EqualTo((1, "withdrawn")));
        Assert.That(said.Error, Does.Contain("expects 'completed'"));
    }

    [TestCase("play")]
    [TestCase("play", "nosuch.json", "--out", "out")]
    [TestCase("nonsense")]
    [TestCase("token", "create")]
    [TestCase("workflows")]
    [TestCase("import", "requests", "nosuch.json")]
    [TestCase("workflows", "check", "nosuch.json")]
    [TestCase("workflows", "trace", "nosuch.jsonl")]
    public async Task A_command_line_that_cannot_run_exits_with_2(params string[] arguments)
    {
        var said = await RunAsync(arguments);

        Assert.That(said.Code, Is.EqualTo(2), said.Error);
        Assert.That(said.Output, Is.Empty);
        Assert.That(said.Error, Is.Not.Empty);
    }

    [TestCase("--help")]
    [TestCase("play", "--help")]
    [TestCase("import", "requests", "--help")]
    [TestCase("workflows", "check", "--help")]
    public async Task Help_is_in_English_whatever_the_language_of_the_machine(params string[] arguments)
    {
        var said = await RunAsync(new() { ["LANG"] = "fr_FR.UTF-8", ["LC_ALL"] = "fr_FR.UTF-8" }, arguments);

        Assert.That(said.Code, Is.Zero);
        Assert.That(said.Output, Does.Contain("Usage:"));
    }

    [Test]
    public async Task Definitions_are_checked()
    {
        var sound = await RunAsync("workflows", "check", Path.Combine(AppContext.BaseDirectory, "workflows"));
        var text = (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "workflows", "followup.v1.json"))).Replace("\"port\": \"missing\"", "\"port\": \"manquant\"", StringComparison.Ordinal);
        var broken = await RunAsync("workflows", "check", folder.Write("faux.json", text));

        Assert.That((sound.Code, sound.Output), Is.EqualTo((0, "")));
        Assert.That(broken.Code, Is.EqualTo(1));
        Assert.That(broken.Lines, Has.Some.Match("faux.json: followUp6: [a-z-]+: ."));
    }

    [Test]
    public async Task Cases_are_traced_line_by_line()
    {
        var text = "{\"id\":\"é1\",\"definition\":" + OneLine(Path.Combine(AppContext.BaseDirectory, "workflows", "followup.v1.json")) + ",\"steps\":[]}\n\nrien\n";

        var said = await RunAsync("workflows", "trace", folder.Write("cas.jsonl", text));

        Assert.That(said.Code, Is.EqualTo(2));
        Assert.That(JsonDocument.Parse(said.Lines[0]).RootElement.GetProperty("id").GetString(), Is.EqualTo("é1"));
        Assert.That(said.Error, Does.Contain("cas.jsonl:3:"));
    }

    [Test]
    public async Task A_database_is_made_imported_into_and_verified()
    {
        var early = await RunAsync("verify");
        var migrated = await RunAsync("migrate");
        var good = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Samples, "senegal-migration-statistics.json")))!["request"]!;
        var bad = good.DeepClone();
        bad["contact"]!["email"] = "où?";
        bad["thème"] = "T1";
        var alsoBad = good.DeepClone();
        alsoBad["country"] = "FR";
        var file = folder.Write("demandes.json", new JsonObject { ["requests"] = new JsonArray(good.DeepClone(), bad, alsoBad) }.ToJsonString(new() { WriteIndented = true }));

        var refused = await RunAsync("import", "requests", file);
        var partial = await RunAsync("import", "requests", file, "--partial");
        var all = await RunAsync("import", "requests", folder.Write("bonne.json", new JsonArray(good.DeepClone()).ToJsonString()));
        var verified = await RunAsync("verify");
        var nobody = await RunAsync("token", "create", "--user", "personne@demo.techassist.test");

        Assert.That(early.Code, Is.EqualTo(1));
        Assert.That(migrated.Code, Is.Zero, migrated.Error);
        Assert.That((refused.Code, refused.Output), Is.EqualTo((1, "")));
        Assert.That(refused.Error, Does.Match(@"demandes\.json:\d+: requests\[1\]").And.Match(@"demandes\.json:\d+: requests\[2\]\.country"));
        Assert.That(partial.Code, Is.EqualTo(1));
        Assert.That(partial.Lines, Has.Length.EqualTo(1).And.All.Match(@"^requests\[0\] TA-\d{4}-SN-0001$"));
        Assert.That(all.Code, Is.Zero, all.Error);
        Assert.That(all.Lines[^1], Does.EndWith("-SN-0002"));
        Assert.That(verified.Code, Is.Zero, verified.Output);
        Assert.That((nobody.Code, nobody.Output), Is.EqualTo((1, "")));
    }

    [Test]
    public async Task A_token_is_made_while_the_portal_runs_on_the_same_data_with_its_demo_cases()
    {
        using var server = Start(new() { ["ASPNETCORE_ENVIRONMENT"] = "Development" }, "--urls", "http://127.0.0.1:0");
        try
        {
            var address = await AddressAsync(server);

            var said = await RunAsync("token", "create", "--user", "officer@demo.techassist.test");

            Assert.That(said.Code, Is.Zero, said.Error);
            Assert.That(said.Output.Trim(), Does.Match("^[A-Za-z0-9_-]{32,}$"));
            using var client = new HttpClient { BaseAddress = address };
            await LoadedAsync(server);
            Assert.That((await client.GetAsync("/health/ready")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", said.Output.Trim());
            var cases = await client.GetStringAsync("/api/v1/requests");
            Assert.That(cases, Does.Contain("-NE-0001").And.Contain("-CV-0001").And.Contain("declined").And.Contain("completed"));
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }
    }

    private static string OneLine(string file) => JsonNode.Parse(File.ReadAllText(file))!.ToJsonString();

    private static async Task<Uri> AddressAsync(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (OpenLine().Match(line) is { Success: true } found)
            {
                return new Uri(found.Groups[1].Value);
            }
        }

        throw new InvalidOperationException("The portal ended before it listened.");
    }

    /// <summary>The demo cases are played while the portal answers already.</summary>
    private static async Task LoadedAsync(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("demo cases are loaded", StringComparison.Ordinal))
            {
                _ = server.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException("The portal ended before its demo cases were loaded.");
    }

    [GeneratedRegex(@"Open (http://\S+)")]
    private static partial Regex OpenLine();

    private Task<Said> RunAsync(params string[] arguments) => RunAsync([], arguments);

    private async Task<Said> RunAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(environment, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Said(process.ExitCode, output, await error);
    }

    private Process Start(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TechAssist.Web.dll"), .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment.Remove("TECHASSIST_DATA");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        if (environment.ContainsKey("ASPNETCORE_ENVIRONMENT"))
        {
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
        }

        return process;
    }

    private sealed record Said(int Code, string Output, string Error)
    {
        public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
