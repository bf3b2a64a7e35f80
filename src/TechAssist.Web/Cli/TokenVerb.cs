using System.CommandLine;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;

namespace TechAssist.Web.Cli;

/// <summary><c>token create</c>: a bearer token of the API for somebody, alone on standard output.</summary>
internal static class TokenVerb
{
    public static Command Create()
    {
        var user = new Option<string>("--user") { Description = "E-mail of the account the token acts for.", Required = true };
        var name = new Option<string>("--name") { Description = "What the token is for; shown in the list of tokens.", DefaultValueFactory = _ => "command line" };
        var create = new Command("create", "Prints a new token. It is shown once; only its hash is kept.") { user, name };
        create.SetAction((parsed, cancellationToken) =>
            Host.RunAsync(services => CreateAsync(services, parsed.GetRequiredValue(user), parsed.GetRequiredValue(name), cancellationToken)));
        return new Command("token", "Tokens of the API.") { create };
    }

    private static async Task<int> CreateAsync(IServiceProvider services, string email, string name, CancellationToken cancellationToken)
    {
        await Host.RequireTablesAsync(services, cancellationToken);
        if (name.Trim() is not { Length: > 0 and <= 100 })
        {
            throw new CannotRunException("The name has 1 to 100 characters.");
        }

        var person = await services.GetRequiredService<FindActor>().ByEmailAsync(email, cancellationToken)
            ?? throw new CannotRunException($"There is no active account '{email}'.");
        var (row, token) = ApiToken.Create(person.PersonId, name.Trim(), services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var db = services.GetRequiredService<TechAssistDb>();
        db.ApiTokens.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        Console.WriteLine(token);
        return ExitCodes.Done;
    }
}
