using System.Text.Encodings.Web;
using System.Text.Json;
using TechAssist.Bench;

// `list` names the figures; `<name> …` measures them, one JSON line each; exit 1 when a limit is missed, 2 when a name is unknown.
// `fill` puts invented experts into the SQLite file of a development portal.
if (args.Length == 0 || args[0] is "list" or "--help" or "-h")
{
    Console.Error.WriteLine("usage: TechAssist.Bench list | <name> … | all | fill <data folder> <experts>");
    foreach (var figure in Figure.All)
    {
        Console.WriteLine(figure.Name);
    }

    return 0;
}

if (args is ["fill", var folder, var number] && int.TryParse(number, out var experts))
{
    await FillRoster.RunAsync(folder, experts);
    return 0;
}

static bool IsNamed(Figure figure, string name) => figure.Name == name || figure.Name.StartsWith(name + "-", StringComparison.Ordinal);

var names = args is ["all"] ? Figure.All.Select(f => f.Name).ToArray() : args;
var unknown = names.Where(name => !Figure.All.Any(f => IsNamed(f, name))).ToArray();
if (unknown.Length > 0)
{
    Console.Error.WriteLine($"There is no figure {string.Join(", ", unknown)}; `list` names them.");
    return 2;
}

var json = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
var missed = false;
foreach (var figure in Figure.All.Where(f => names.Any(name => IsNamed(f, name))))
{
    try
    {
        var measured = figure.Measure();
        var ok = measured.Value <= figure.Limit;
        missed |= !ok;
        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                name = figure.Name,
                value = Math.Round(measured.Value, 3),
                unit = figure.Unit,
                limit = figure.Limit,
                ok,
                lowest = Math.Round(measured.Lowest, 3),
                highest = Math.Round(measured.Highest, 3),
                rounds = measured.Rounds,
            },
            json));
    }
    catch (FigureSkippedException skipped)
    {
        Console.WriteLine(JsonSerializer.Serialize(new { name = figure.Name, skipped = skipped.Message }, json));
    }
}

return missed ? 1 : 0;
