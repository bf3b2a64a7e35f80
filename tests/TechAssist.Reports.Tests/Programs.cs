using System.Diagnostics;
using NUnit.Framework;

namespace TechAssist.Reports.Tests;

/// <summary>Runs the PDF programs of Debian on a file; without them a test is skipped, but fails in CI.</summary>
internal static class Programs
{
    public static (int Code, string Output) Run(string program, byte[] file, params string[] arguments)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pdf");
        File.WriteAllBytes(path, file);
        try
        {
            var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in arguments)
            {
                start.ArgumentList.Add(argument == "FILE" ? path : argument);
            }

            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.GetAwaiter().GetResult());
        }
        catch (System.ComponentModel.Win32Exception) when (Environment.GetEnvironmentVariable("CI") is null)
        {
            Assert.Ignore($"{program} is not installed.");
            throw;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
