using System.Globalization;
using System.Text.RegularExpressions;

namespace TechAssist.Core.Experts.Tables;

/// <summary>A filled cell that is being read into a profile, and what is wrong with it.</summary>
internal sealed partial class RosterCell(string column, string text, RosterWords words, DateOnly today, List<FieldError> errors)
{
    public string Text => text;

    public RosterWords Words => words;

    public DateOnly Today => today;

    /// <summary>Says what is wrong; the value stays what it was.</summary>
    public void Fail(string code, params object[] arguments) => errors.Add(new FieldError(column, code, arguments));

    /// <summary>The entries of a cell that holds several: on lines of their own, between semicolons, or else between commas.</summary>
    public IReadOnlyList<string> Entries()
    {
        char[] between = text.AsSpan().IndexOfAny('\n', ';') >= 0 ? ['\n', '\r', ';'] : [','];
        return text.Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    public static string[] Parts(string entry) => entry.Split('|', StringSplitOptions.TrimEntries);

    public int? Number()
    {
        if (Digits().Match(text) is { Success: true } digits && int.TryParse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Fail("import-not-a-number", text);
        return null;
    }

    /// <summary>ISO 8601, or day, month and year as written in Europe and Africa.</summary>
    public DateOnly? Day()
    {
        if (Days(text) is [var day, ..])
        {
            return day;
        }

        Fail("import-not-a-day", text);
        return null;
    }

    public static IReadOnlyList<DateOnly> Days(string text)
    {
        var days = new List<DateOnly>();
        foreach (Match match in DayPattern().Matches(text))
        {
            var (year, month, day) = match.Groups["y"].Success ? ("y", "m", "d") : ("y2", "m2", "d2");
            if (DateOnly.TryParseExact(
                $"{match.Groups[year].Value}-{match.Groups[month].Value.PadLeft(2, '0')}-{match.Groups[day].Value.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found))
            {
                days.Add(found);
            }
        }

        return days;
    }

    public bool? YesNo()
    {
        var folded = FoldedText.Of(text);
        var isYes = RosterWords.IsOneOf("Import.Yes", folded);
        if (isYes || RosterWords.IsOneOf("Import.No", folded))
        {
            return isYes;
        }

        Fail("import-not-yes-or-no", text);
        return null;
    }

    public T? Choice<T>()
        where T : struct, Enum
    {
        if (RosterWords.Choice<T>(text) is { } value)
        {
            return value;
        }

        Fail("import-not-a-choice", text);
        return null;
    }

    public string? Country(string name)
    {
        if (words.Country(name) is { } code)
        {
            return code;
        }

        Fail("import-not-a-country", name);
        return null;
    }

    [GeneratedRegex(@"\d{1,6}")]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})|(?<d2>\d{1,2})[/.](?<m2>\d{1,2})[/.](?<y2>\d{4})")]
    private static partial Regex DayPattern();
}
