using TechAssist.Web.Infrastructure;

await using var app = Portal.Build(args);
await app.StartUpAsync();
await app.RunAsync();
return 0;

/// <summary>The one program: portal, API, command line, jobs.</summary>
public sealed partial class Program;
