using System.Net;
using System.Text.RegularExpressions;
using NUnit.Framework;
using TechAssist.Web.Infrastructure.Demo;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Readme;

/// <summary>Types the commands of README.md from the root of the repository, in their order, on a data folder of their own.
/// Differences to what a reader types: <c>dotnet run</c> gets <c>--no-build</c> and the configuration the tests were built in, so
/// that nothing is built twice; the server gets a free port; <c>out</c> is a temporary folder; <c>dotnet test</c> is this run.</summary>
public sealed partial class ReadmeTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("techassist-readme-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Every_command_of_the_readme_does_what_it_says()
    {
        var commands = Commands();
        Assert.That(commands.Take(2), Is.EqualTo(new[] { "dotnet run --project src/TechAssist.Web", "dotnet test" }));

        await using var server = TypedCommand.Start([.. WithoutBuild(commands[0]), "--", "--urls", "http://127.0.0.1:0"], folder);
        var address = await server.WaitForAsync(OpenLine());
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        Assert.That(await client.GetStringAsync("/account/sign-in"), Does.Contain("Input.Password"));
        Assert.That(server.Said, Does.Contain("focal.sn@demo.techassist.test").And.Contain(DemoPeople.Password));
        Assert.That(File.Exists(Path.Combine(folder, "techassist.db")), Is.True);

        await server.WaitForAsync(LoadedLine());
        Assert.That((await client.GetAsync("/health/ready")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await client.GetStringAsync("/account/sign-in"), Does.Not.Contain("demo cases"));

        // The others are typed while the server runs on the same data.
        foreach (var command in commands.Skip(2))
        {
            var words = WithoutBuild(command).Select(word => word == "out" ? Path.Combine(folder, "out") : word).ToArray();
            await using var typed = TypedCommand.Start(words, folder);
            Assert.That(await typed.EndAsync(), Is.Zero, command + Environment.NewLine + typed.Said + typed.Complained);
            Check(command, typed.Said);
        }
    }

    private void Check(string command, string said)
    {
        if (command.Contains(" play ", StringComparison.Ordinal))
        {
            Assert.That(said.TrimEnd().Split('\n')[^1], Does.Contain("completed"), command);
            Assert.That(Directory.GetFiles(Path.Combine(folder, "out"), "*.pdf", SearchOption.AllDirectories), Is.Not.Empty, command);
        }
        else if (command.Contains("workflows check", StringComparison.Ordinal))
        {
            Assert.That(said.Trim(), Is.Empty, command);
        }
        else if (command.Contains("token create", StringComparison.Ordinal))
        {
            Assert.That(said.TrimEnd(), Does.Match("^[A-Za-z0-9_-]{32,}$"), command);
        }
    }

    /// <summary>The lines of the blocks marked <c>sh</c>.</summary>
    private static List<string> Commands() =>
        [.. ShellBlock().Matches(File.ReadAllText(Repository.File("README.md"))).SelectMany(block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static string[] WithoutBuild(string command)
    {
        var words = command.Split(' ').ToList();
        Assert.That(words[..2], Is.EqualTo(new[] { "dotnet", "run" }), command);
        if (words.IndexOf("-c") is > 0 and var at && (words.IndexOf("--") < 0 || at < words.IndexOf("--")))
        {
            words.RemoveRange(at, 2);
        }

        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return [.. words[..2], "--no-build", "-c", configuration, .. words[2..]];
    }

    [GeneratedRegex("^```sh\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlock();

    [GeneratedRegex(@"Open (http://127\.0\.0\.1:\d+)")]
    private static partial Regex OpenLine();

    [GeneratedRegex("(The demo cases are loaded)")]
    private static partial Regex LoadedLine();
}
