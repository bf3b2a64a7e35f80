using TechAssist.Web.Cli;
using TechAssist.Web.Infrastructure;

if (CommandLine.IsVerb(args))
{
    return await CommandLine.RunAsync(args);
}

await using var app = Portal.Build(args);
await app.StartUpAsync();
await app.RunAsync();
return 0;

/// <summary>The one program: portal, API, command line, jobs.</summary>
public sealed partial class Program;
