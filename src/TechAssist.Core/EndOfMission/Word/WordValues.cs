using System.Globalization;
using System.Text.Json.Nodes;

namespace TechAssist.Core.EndOfMission.Word;

/// <summary>Reads what people write for a number, a day or a choice.</summary>
internal static class WordValues
{
    private static readonly string[] Days = ["d MMMM yyyy", "d MMM yyyy", "dd/MM/yyyy", "d/M/yyyy", "dd.MM.yyyy", "d.M.yyyy", "yyyy-MM-dd", "d-M-yyyy"];

    /// <returns>Null when it cannot be read.</returns>
    public static JsonNode? Read(WordField field, string words, string language)
    {
        var text = words.Replace('\u00A0', ' ').Replace('\u202F', ' ').Trim();
        return field.Kind switch
        {
            WordKind.Number => int.TryParse(text.TrimEnd('%', ' ').Replace(" ", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null,
            WordKind.Amount => decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? JsonValue.Create(amount) : null,
            WordKind.Day => Day(text, language) is { } day ? JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null,
            WordKind.Choice => field.Options.FirstOrDefault(option => WordPlaces.Same(option.Label) == WordPlaces.Same(text) || option.Value == text) is { } chosen ? JsonValue.Create(chosen.Value) : null,
            WordKind.Flag => text.Contains('☒', StringComparison.Ordinal) || text.Contains('☑', StringComparison.Ordinal) || string.Equals(text, "x", StringComparison.OrdinalIgnoreCase) ? JsonValue.Create(true)
                : text.Contains('☐', StringComparison.Ordinal) || text.Length == 0 ? JsonValue.Create(false) : null,
            _ => JsonValue.Create(words),
        };
    }

    private static DateOnly? Day(string text, string language)
    {
        var plain = text.Replace("1er ", "1 ", StringComparison.OrdinalIgnoreCase);
        foreach (var culture in new[] { Languages.Culture(language), Languages.Culture("fr"), Languages.Culture("en") })
        {
            if (DateOnly.TryParseExact(plain, Days, culture, DateTimeStyles.AllowWhiteSpaces, out var day))
            {
                return day;
            }
        }

        return null;
    }
}
