using System.CommandLine;
using TechAssist.Core;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Web.Samples;

namespace TechAssist.Web.Cli;

/// <summary><c>import requests</c>: submits the requests of a file. Every fault is named with its line and field; a request is
/// taken whole or not at all.</summary>
internal static class ImportVerb
{
    /// <summary>Who registers what nobody signs in for.</summary>
    private static readonly Actor CommandLineActor = new(Guid.Empty, "TechAssist", "en", [new RoleGrant(Role.CaseOfficer)]);

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "JSON: an array of requests, or an object with \"requests\". Each is a body of POST /requests." };
        var partial = new Option<bool>("--partial") { Description = "Import the good ones though others have faults. Without it nothing is imported then." };
        var by = new Option<string?>("--by") { Description = "E-mail of the account that registers them; without it they are registered as the system's." };
        var requests = new Command("requests", "Submits the requests of a file. Exits with 1 when a request was not imported.") { file, partial, by };
        requests.SetAction((parsed, cancellationToken) => Host.RunAsync(services =>
            RunAsync(services, parsed.GetRequiredValue(file), parsed.GetValue(partial), parsed.GetValue(by), cancellationToken)));
        return new Command("import", "Takes data over from files.") { requests };
    }

    private static async Task<int> RunAsync(IServiceProvider services, string path, bool isPartial, string? email, CancellationToken cancellationToken)
    {
        var file = RequestsFile.Read(path);
        await Host.RequireTablesAsync(services, cancellationToken);
        var actor = await FindActorAsync(services, email, cancellationToken);
        var faults = new List<FileFault>(file.Faults);
        var good = await CheckAsync(services, file, faults, cancellationToken);
        var submitted = new List<(int Index, string Reference)>();
        if (faults.Count == 0 || isPartial)
        {
            submitted = isPartial
                ? await SubmitEachAsync(services, file, good, actor, faults, cancellationToken)
                : await SubmitAllAsync(services, file, good, actor, faults, cancellationToken);
        }

        foreach (var fault in faults.OrderBy(fault => fault.Line))
        {
            await Console.Error.WriteLineAsync(fault.ToString());
        }

        submitted.ForEach(one => Console.WriteLine($"{file.PathOf(one.Index)} {one.Reference}"));
        await Console.Error.WriteLineAsync($"{submitted.Count} of {file.Count} request(s) imported.");
        return submitted.Count == file.Count ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static async Task<Actor> FindActorAsync(IServiceProvider services, string? email, CancellationToken cancellationToken) =>
        email is null
            ? CommandLineActor
            : await services.GetRequiredService<FindActor>().ByEmailAsync(email, cancellationToken) ?? throw new CannotRunException($"There is no active account '{email}'.");

    /// <summary>What each request is short of, before anything is written.</summary>
    private static async Task<List<NumberedRequest>> CheckAsync(IServiceProvider services, RequestsFile file, List<FileFault> faults, CancellationToken cancellationToken)
    {
        var rules = new RequestRules(await services.GetRequiredService<ReferenceCatalog>().GetAsync(cancellationToken));
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var good = new List<NumberedRequest>();
        foreach (var request in file.Requests)
        {
            List<FieldError> errors = [.. InputCheck.Check(request.Content), .. rules.Check(request.Content, today)];
            faults.AddRange(errors.Select(error => file.Fault(request.Index, error.Field, Messages.Text(error, "en"))));
            if (errors.Count == 0)
            {
                good.Add(request);
            }
        }

        return good;
    }

    /// <summary>All of them in one transaction.</summary>
    private static async Task<List<(int Index, string Reference)>> SubmitAllAsync(
        IServiceProvider services, RequestsFile file, List<NumberedRequest> good, Actor actor, List<FileFault> faults, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<TechAssistDb>().Database;
        await using var transaction = await database.BeginTransactionAsync(cancellationToken);
        var submitted = new List<(int Index, string Reference)>();
        foreach (var request in good)
        {
            if (await SubmitAsync(services, file, request, actor, faults, cancellationToken) is not { } reference)
            {
                return [];
            }

            submitted.Add((request.Index, reference));
        }

        await transaction.CommitAsync(cancellationToken);
        return submitted;
    }

    /// <summary>Each in a transaction of its own.</summary>
    private static async Task<List<(int Index, string Reference)>> SubmitEachAsync(
        IServiceProvider services, RequestsFile file, List<NumberedRequest> good, Actor actor, List<FileFault> faults, CancellationToken cancellationToken)
    {
        var submitted = new List<(int Index, string Reference)>();
        foreach (var request in good)
        {
            await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            if (await SubmitAsync(scope.ServiceProvider, file, request, actor, faults, cancellationToken) is { } reference)
            {
                submitted.Add((request.Index, reference));
            }
        }

        return submitted;
    }

    private static async Task<string?> SubmitAsync(
        IServiceProvider services, RequestsFile file, NumberedRequest request, Actor actor, List<FileFault> faults, CancellationToken cancellationToken)
    {
        try
        {
            var submitted = await services.GetRequiredService<SubmitRequest>().ExecuteAsync(request.Content, actor, cancellationToken);
            return submitted.Reference;
        }
        catch (InvalidInputException exception)
        {
            faults.AddRange(exception.Errors.Select(error => file.Fault(request.Index, error.Field, Messages.Text(error, "en"))));
        }
        catch (RuleException exception)
        {
            faults.Add(file.Fault(request.Index, "", Messages.Text(exception, "en")));
        }

        return null;
    }
}
