using System.Globalization;
using System.Text.Json;
using TechAssist.Core;

namespace TechAssist.Web.Api;

/// <summary>Reads the values of an address one by one and keeps every fault, so that all are told at once.</summary>
internal sealed class Query
{
    private readonly List<FieldError> errors = [];

    public PageInput Page(string? pageSize, string? after) => new() { PageSize = Whole("pageSize", pageSize) ?? 25, After = after };

    public int? Whole(string field, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : Wrong<int?>(field, "not-a-number");
    }

    public bool? YesNo(string field, string? text) => text switch
    {
        null or "" => null,
        "true" => true,
        "false" => false,
        _ => Wrong<bool?>(field, "not-true-or-false"),
    };

    public T? Choice<T>(string field, string? text)
        where T : struct, Enum =>
        Choice(field, text, Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)) is { } name ? Enum.Parse<T>(name, ignoreCase: true) : null;

    public string? Choice(string field, string? text, IEnumerable<string> choices)
    {
        if (string.IsNullOrEmpty(text) || choices.Contains(text, StringComparer.Ordinal))
        {
            return string.IsNullOrEmpty(text) ? null : text;
        }

        return Wrong<string?>(field, "not-one-of", string.Join(", ", choices));
    }

    /// <exception cref="InvalidInputException">Some value was wrong.</exception>
    public void ThrowIfWrong()
    {
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }

    private T? Wrong<T>(string field, string code, params object[] arguments)
    {
        errors.Add(new FieldError(field, code, arguments));
        return default;
    }
}
