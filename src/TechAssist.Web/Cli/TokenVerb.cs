using System.CommandLine;
using TechAssist.Core;
using TechAssist.Core.People;

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
        try
        {
            var created = await services.GetRequiredService<CreateApiToken>().ExecuteAsync(new CreateApiTokenInput { Name = name }, person, cancellationToken);
            Console.WriteLine(created.Token);
        }
        catch (RuleException refusal)
        {
            throw new CannotRunException(Messages.Text(refusal, "en"));
        }

        return ExitCodes.Done;
    }
}
