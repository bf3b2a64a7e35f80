using System.Text.Json;

namespace TechAssist.Web.Samples;

/// <summary>On which line of a JSON text each value stands, by its path ("acts[3].form.answer").</summary>
public sealed class JsonLines
{
    private readonly Dictionary<string, long> lines = new(StringComparer.Ordinal);

    private JsonLines()
    {
    }

    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonLines Read(ReadOnlySpan<byte> utf8)
    {
        var found = new JsonLines();
        found.Walk(utf8);
        return found;
    }

    /// <summary>The line of a value; where it is missing, of what it should stand in.</summary>
    public long Of(string path)
    {
        for (var at = path; ; at = Parent(at))
        {
            if (lines.TryGetValue(at, out var line))
            {
                return line;
            }

            if (at.Length == 0)
            {
                return 0;
            }
        }
    }

    private static string Parent(string path) => path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];

    private void Walk(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        var inside = new Stack<Place>();
        var (line, counted, path) = (1L, 0, "");
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            line += utf8[counted..start].Count((byte)'\n');
            counted = start;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    path = inside.Peek().Path is { Length: > 0 } outer ? $"{outer}.{reader.GetString()}" : reader.GetString()!;
                    lines[path] = line;
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    inside.Pop();
                    continue;
            }

            if (inside.TryPeek(out var list) && list.IsList)
            {
                path = $"{list.Path}[{list.Count++}]";
            }

            lines.TryAdd(path, line);
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                inside.Push(new Place(path, reader.TokenType == JsonTokenType.StartArray));
            }
        }
    }

    private sealed class Place(string path, bool isList)
    {
        public string Path { get; } = path;

        public bool IsList { get; } = isList;

        public int Count { get; set; }
    }
}
