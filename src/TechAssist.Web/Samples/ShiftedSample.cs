using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace TechAssist.Web.Samples;

/// <summary>A sample moved in time: every value that is a day or an instant, by the same whole weeks, so that weekdays stay.</summary>
public static class ShiftedSample
{
    public static byte[] Shift(byte[] utf8, int weeks)
    {
        var root = JsonNode.Parse(utf8)!;
        foreach (var value in Values(root).ToList())
        {
            if (value.TryGetValue<string>(out var text) && Moved(text, weeks * 7) is { } moved)
            {
                value.ReplaceWith(moved);
            }
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static IEnumerable<JsonValue> Values(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Values(field.Value)),
        JsonArray items => items.SelectMany(Values),
        JsonValue value => [value],
        _ => [],
    };

    private static string? Moved(string text, int days)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.AddDays(days).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : null;
    }
}
