using System.Text.Encodings.Web;
using System.Text.Json;
using TechAssist.Bench;

// `list` names the figures; `<name> …` measures them, one JSON line each; exit 1 when a limit is missed, 2 when a name is unknown.
if (args.Length == 0 || args[0] is "list" or "--help" or "-h")
{
    Console.Error.WriteLine("usage: TechAssist.Bench list | <name> … | all");
    foreach (var figure in Figure.All)
    {
        Console.WriteLine(figure.Name);
    }

    return 0;
}

var names = args is ["all"] ? Figure.All.Select(f => f.Name).ToArray() : args;
var unknown = names.Where(name => Figure.All.All(f => f.Name != name)).ToArray();
if (unknown.Length > 0)
{
    Console.Error.WriteLine($"There is no figure {string.Join(", ", unknown)}; `list` names them.");
    return 2;
}

var json = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
var missed = false;
foreach (var figure in names.Select(name => Figure.All.First(f => f.Name == name)))
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
