using System.Text.Json;
using TechAssist.Core.Requests;
using TechAssist.Web.Samples;

namespace TechAssist.Web.Cli;

/// <summary>A request of a file, with its place among the others, from 0.</summary>
internal sealed record NumberedRequest(int Index, RequestContent Content);

/// <summary>A file of requests to import: those that could be read, and what is wrong with the others.</summary>
internal sealed class RequestsFile
{
    private readonly string path;
    private readonly JsonLines lines;
    private readonly string list;

    private RequestsFile(string path, JsonLines lines, string list) => (this.path, this.lines, this.list) = (path, lines, list);

    public int Count { get; private set; }

    public List<NumberedRequest> Requests { get; } = [];

    public List<FileFault> Faults { get; } = [];

    /// <exception cref="FaultyFileException">The file is missing, is not JSON, or holds no list of requests.</exception>
    public static RequestsFile Read(string path)
    {
        var utf8 = StrictJson.ReadFile(path);
        var lines = StrictJson.ReadLines(path, utf8);
        using var json = JsonDocument.Parse(utf8);
        var root = json.RootElement;
        var isList = root.ValueKind == JsonValueKind.Array;
        if (!isList && !(root.ValueKind == JsonValueKind.Object && root.TryGetProperty("requests", out var inside) && inside.ValueKind == JsonValueKind.Array))
        {
            throw new FaultyFileException(new FileFault(path, 1, "", "The file is an array of requests, or an object with \"requests\"."));
        }

        var file = new RequestsFile(path, lines, isList ? "" : "requests");
        foreach (var element in (isList ? root : root.GetProperty("requests")).EnumerateArray())
        {
            file.Add(element);
        }

        return file;
    }

    public string PathOf(int index) => $"{list}[{index}]";

    public FileFault Fault(int index, string field, string message)
    {
        var whole = field.Length == 0 ? PathOf(index) : $"{PathOf(index)}.{field}";
        return new FileFault(path, lines.Of(whole), whole, message);
    }

    private void Add(JsonElement element)
    {
        var index = Count++;
        try
        {
            var content = element.Deserialize<RequestContent>(StrictJson.Options) ?? throw new JsonException("A request is an object.");
            Requests.Add(new NumberedRequest(index, content));
        }
        catch (JsonException exception)
        {
            var (field, message) = StrictJson.Explain(exception);
            Faults.Add(Fault(index, field, message));
        }
    }
}
