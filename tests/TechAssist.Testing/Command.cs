using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TechAssist.Testing;

/// <summary>Programs of this machine that a test run starts: quietly, on ports of their own.</summary>
public static class Command
{
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts a server that goes on until the run ends; what it says is thrown away.</summary>
    public static Process Start(params string[] command)
    {
        var server = Process.Start(Quietly(command))!;
        server.OutputDataReceived += (_, _) => { };
        server.ErrorDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        return server;
    }

    /// <exception cref="InvalidOperationException">It ended with anything but 0; says what it complained of.</exception>
    public static async Task RunAsync(params string[] command)
    {
        if (await TryAsync(command) is { } complaint)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} failed: {complaint}");
        }
    }

    /// <summary>What it complained of, or null when it ended with 0.</summary>
    public static async Task<string?> TryAsync(params string[] command)
    {
        using var process = Process.Start(Quietly(command))!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? null : complained + await said;
    }

    /// <summary>Asks every tenth of a second until a server that has just been started is there.</summary>
    /// <param name="probe">What is still missing, or null.</param>
    public static async Task UntilReadyAsync(Func<Task<string?>> probe)
    {
        for (var attempt = 1; await probe() is { } missing; attempt++)
        {
            if (attempt == 150)
            {
                throw new InvalidOperationException("The server did not start: " + missing);
            }

            await Task.Delay(100);
        }
    }

    private static ProcessStartInfo Quietly(string[] command) => new(command[0], command[1..])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = "/",
    };
}
