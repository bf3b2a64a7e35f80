using System.Diagnostics;
using NUnit.Framework;

namespace TechAssist.Testing;

/// <summary>A PostgreSQL of the test run's own, in a temporary folder on a free port of this machine, removed when the run ends.
/// Where PostgreSQL is not installed the tests that need it are skipped; with <c>CI</c> set they fail.</summary>
public sealed class PostgresCluster
{
    private static readonly Lazy<Task<PostgresCluster>> One = new(StartAsync);

    private static readonly string[] Needed = ["initdb", "postgres", "pg_isready"];

    private readonly string folder;
    private readonly Process server;
    private readonly int port;

    private PostgresCluster(string folder, Process server, int port)
    {
        (this.folder, this.server, this.port) = (folder, server, port);
        TestRun.AtEnd(Remove);
    }

    public static Task<PostgresCluster> GetAsync()
    {
        if (Programs() is null)
        {
            const string Missing = "PostgreSQL is not installed (its initdb was not found).";
            if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
            {
                Assert.Fail(Missing);
            }

            Assert.Ignore(Missing);
        }

        return One.Value;
    }

    /// <summary>Has ended, and all databases with it.</summary>
    public bool IsGone => server.HasExited;

    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={port};Username=techassist;Database={database};Maximum Pool Size=20;Include Error Detail=true";

    private static async Task<PostgresCluster> StartAsync()
    {
        var programs = Programs()!;
        var folder = TestFolder.Create("techassist-postgres-");
        if (Environment.IsPrivilegedProcess)
        {
            await Command.RunAsync("chown", "postgres", folder);
        }

        await Command.RunAsync(AsPostgres(Path.Combine(programs, "initdb"), "-D", folder + "/data", "-U", "techassist", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"));
        var port = Command.FreePort();
        var server = Command.Start(AsPostgres(
            Path.Combine(programs, "postgres"), "-D", folder + "/data", "-p", $"{port}", "-c", "listen_addresses=127.0.0.1",
            "-c", "unix_socket_directories=" + folder, "-c", "fsync=off", "-c", "full_page_writes=off",
            "-c", "synchronous_commit=off", "-c", "wal_level=minimal", "-c", "max_wal_senders=0", "-c", "autovacuum=off", "-c", "max_connections=200"));
        var cluster = new PostgresCluster(folder, server, port);
        await Command.UntilReadyAsync(() => Command.TryAsync(Path.Combine(programs, "pg_isready"), "-h", "127.0.0.1", "-p", $"{port}", "-U", "techassist", "-t", "30", "-d", "postgres"));
        return cluster;
    }

    /// <summary>PostgreSQL refuses to run as root: then it runs as the user its package made.</summary>
    private static string[] AsPostgres(params string[] command) =>
        Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. command] : command;

    /// <summary>Where initdb is: on the path, or where Debian keeps it.</summary>
    private static string? Programs()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => version + "/bin") : []);
        return folders.FirstOrDefault(folder => Array.TrueForAll(Needed, program => File.Exists(Path.Combine(folder, program))));
    }

    private void Remove()
    {
        // A quick shutdown by the signal that PostgreSQL knows; the starter (runuser) passes it on and ends with it.
        using var signal = Command.Start("kill", "-QUIT", File.ReadLines(folder + "/data/postmaster.pid").First());
        signal.WaitForExit();
        server.WaitForExit(10_000);
        Directory.Delete(folder, recursive: true);
    }
}
