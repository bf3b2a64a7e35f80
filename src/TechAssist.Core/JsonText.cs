using System.Text.Json;

namespace TechAssist.Core;

/// <summary>Whether texts inside JSON can be stored: no NUL, no half of a surrogate pair (<c>"\ud800"</c> is well-formed JSON).</summary>
public static class JsonText
{
    /// <summary>All texts and names inside it, at any depth.</summary>
    public static bool IsClean(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => IsCleanText(json),
        JsonValueKind.Array => json.EnumerateArray().All(IsClean),
        JsonValueKind.Object => json.EnumerateObject().All(field => TryRead(field, out _) && IsClean(field.Value)),
        _ => true,
    };

    public static bool TryRead(JsonProperty field, out string name)
    {
        try
        {
            name = field.Name;
        }
        catch (InvalidOperationException)
        {
            name = "";
            return false;
        }

        return !name.Contains('\0', StringComparison.Ordinal);
    }

    private static bool IsCleanText(JsonElement text)
    {
        try
        {
            return !text.GetString()!.Contains('\0', StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair cannot become a string.
            return false;
        }
    }
}
