using System.Text.Json;

namespace TechAssist.Web.Infrastructure;

/// <summary>One field, three names: the act's path <c>contact.email</c>, the form's <c>Input.Contact.Email</c>, and the
/// element's id <c>contact-email</c>. Pages bind what people fill in to a property called <c>Input</c>.</summary>
public static class FieldNames
{
    public const string Prefix = "Input.";

    /// <summary>The key in the model state for the path of an act's error.</summary>
    public static string Key(string path) => path.Length == 0 ? "" : Prefix + path;

    /// <summary>The element's id for a form name: <c>Input.Periods[0].From</c> is <c>periods-0-from</c>.</summary>
    public static string Id(string name)
    {
        var path = name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? name[Prefix.Length..] : name;
        var parts = path.Replace("]", "", StringComparison.Ordinal).Split('.', '[').Select(JsonNamingPolicy.CamelCase.ConvertName);
        return string.Join('-', parts);
    }
}
