using TechAssist.Web.Cli;
using TechAssist.Web.Infrastructure;

if (CommandLine.IsVerb(args))
{
    return await CommandLine.RunAsync(args);
}

#if DEBUG
// A build from the sources is for developing, unless somebody says otherwise. A launch profile would say the same, but
// "dotnet run" announces one on standard output, where a verb's answer belongs.
if (Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") is null && Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") is null)
{
    Environment.SetEnvironmentVariable("DOTNET_ENVIRONMENT", "Development");
}
#endif

await using var app = Portal.Build(args);
await app.StartUpAsync();
await app.RunAsync();
return 0;

/// <summary>The one program: portal, API, command line, jobs.</summary>
public sealed partial class Program;
