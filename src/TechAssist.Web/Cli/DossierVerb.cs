using System.CommandLine;
using System.Globalization;
using TechAssist.Core;
using TechAssist.Core.Documents;
using TechAssist.Core.Strategy;
using TechAssist.Core.Strategy.Dossiers;

namespace TechAssist.Web.Cli;

/// <summary><c>dossier --out &lt;folder&gt;</c>: the committee's dossier in every form.</summary>
internal static class DossierVerb
{
    public static Command Create()
    {
        var folder = new Option<string>("--out") { Description = "Where the files go; made when missing.", Required = true };
        var language = new Option<string?>("--lang") { Description = "fr or en; both unless said otherwise." };
        var from = new Option<string?>("--from") { Description = "First day of submission (2031-01-31); a year back unless said otherwise." };
        var to = new Option<string?>("--to") { Description = "Last day of submission; today unless said otherwise." };
        var framework = new Option<string?>("--framework") { Description = "Code of the framework (CAD22); the current one unless said otherwise." };
        language.AcceptOnlyFromAmong("fr", "en");
        from.Validators.Add(RequireDay);
        to.Validators.Add(RequireDay);
        var verb = new Command("dossier", "Makes the steering committee's dossier as PDF, DOCX, XLSX and HTML.") { folder, language, from, to, framework };
        verb.SetAction((parsed, cancellationToken) =>
        {
            var filter = new StrategyFilter { FromOn = DayOf(parsed.GetValue(from)), ToOn = DayOf(parsed.GetValue(to)), Framework = parsed.GetValue(framework) };
            return Host.RunAsync(async services =>
            {
                await Host.RequireTablesAsync(services, cancellationToken);
                return await WriteAsync(services, filter, parsed.GetValue(language), parsed.GetRequiredValue(folder), cancellationToken);
            });
        });
        return verb;
    }

    /// <summary>Writes the files, and says the name of each.</summary>
    public static async Task<int> WriteAsync(IServiceProvider services, StrategyFilter filter, string? language, string folder, CancellationToken cancellationToken)
    {
        IReadOnlyList<DocumentFile> files;
        try
        {
            files = await services.GetRequiredService<MakeDossier>().AllAsync(filter, language is null ? Languages.All : [language], Actor.System, cancellationToken);
        }
        catch (InvalidInputException exception)
        {
            throw new CannotRunException(string.Join(Environment.NewLine, exception.Errors.Select(error => $"{error.Field}: {Messages.Text(error, "en")}")));
        }

        Directory.CreateDirectory(folder);
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.FileName);
            await File.WriteAllBytesAsync(path, file.Bytes, cancellationToken);
            Console.WriteLine(path);
        }

        return ExitCodes.Done;
    }

    private static void RequireDay(System.CommandLine.Parsing.OptionResult result)
    {
        if (result.Tokens.Count == 1 && DayOf(result.Tokens[0].Value) is null)
        {
            result.AddError($"{result.Option.Name} is a day such as 2031-01-31.");
        }
    }

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
