using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using NUnit.Framework;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Readme;

/// <summary>A command typed at the root of the repository, with the data in another folder. Ends with everything it started.</summary>
internal sealed class TypedCommand : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly StringBuilder complained = new();

    private TypedCommand(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Add(said, line.Data);
        process.ErrorDataReceived += (_, line) => Add(complained, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Said => Read(said);

    public string Complained => Read(complained);

    public static TypedCommand Start(IReadOnlyList<string> words, string dataFolder)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["TECHASSIST_DATA"] = dataFolder;
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        start.Environment.Remove("ASPNETCORE_URLS");
        return new TypedCommand(Process.Start(start)!);
    }

    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>The first group of what is meant, as soon as the command says it.</summary>
    public async Task<string> WaitForAsync(Regex meant)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (meant.Match(Said) is { Success: true } match)
            {
                found.TrySetResult(match.Groups[1].Value);
            }
        }

        process.OutputDataReceived += (_, _) => Look();
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => found.TrySetException(new AssertionException("It ended: " + Said + Complained));
        Look();
        return await found.Task.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static void Add(StringBuilder to, string? line)
    {
        lock (to)
        {
            to.AppendLine(line);
        }
    }

    private static string Read(StringBuilder from)
    {
        lock (from)
        {
            return from.ToString();
        }
    }
}
