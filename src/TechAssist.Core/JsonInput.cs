using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TechAssist.Core;

/// <summary>Reads a record from JSON that somebody sent. Every fault is told at once with its path ("periods[0].from"), and
/// nothing is dropped in silence: an unknown field, a field given twice, null where nothing may be absent, a wrong type, a
/// text that no database stores.</summary>
public static class JsonInput
{
    /// <summary>How many faults are told at most; whoever sends more has another problem.</summary>
    public const int Most = 100;

    private static readonly JsonSerializerOptions Options = CoreJson.Options;

    /// <exception cref="InvalidInputException">The JSON does not fit the record.</exception>
    public static T Read<T>(JsonElement json, string path = "") => (T)Read(json, typeof(T), path);

    /// <inheritdoc cref="Read{T}"/>
    public static object Read(JsonElement json, Type type, string path = "")
    {
        var errors = new List<FieldError>();
        Check(json, Options.GetTypeInfo(type), path, errors);
        if (errors.Count > 0)
        {
            throw new InvalidInputException([.. errors.Take(Most)]);
        }

        try
        {
            return json.Deserialize(type, Options) ?? throw new InvalidInputException(path, "not-null");
        }
        catch (JsonException exception)
        {
            throw new InvalidInputException(Join(path, (exception.Path ?? "$").TrimStart('$', '.')), "not-valid");
        }
    }

    private static void Check(JsonElement json, JsonTypeInfo type, string path, List<FieldError> errors)
    {
        if (errors.Count >= Most)
        {
            return;
        }

        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when json.ValueKind == JsonValueKind.Object:
                CheckFields(json, type, path, errors);
                break;
            case JsonTypeInfoKind.Enumerable when json.ValueKind == JsonValueKind.Array:
                CheckItems(json, Options.GetTypeInfo(type.ElementType!), path, errors);
                break;
            case JsonTypeInfoKind.Object:
                errors.Add(new FieldError(path, "not-an-object"));
                break;
            case JsonTypeInfoKind.Enumerable:
                errors.Add(new FieldError(path, "not-a-list"));
                break;
            case JsonTypeInfoKind.Dictionary when json.ValueKind != JsonValueKind.Object:
                errors.Add(new FieldError(path, "not-an-object"));
                break;
            default:
                CheckValue(json, type.Type, path, errors);
                break;
        }
    }

    private static void CheckFields(JsonElement json, JsonTypeInfo type, string path, List<FieldError> errors)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in json.EnumerateObject())
        {
            if (!JsonText.TryRead(field, out var name))
            {
                errors.Add(new FieldError(path, "bad-characters"));
                continue;
            }

            var at = Join(path, name);
            var property = type.Properties.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase));
            if (property?.Set is null)
            {
                errors.Add(new FieldError(at.Length <= 200 ? at : at[..200] + "…", "unknown-field"));
            }
            else if (!seen.Add(name))
            {
                errors.Add(new FieldError(at, "given-twice"));
            }
            else if (field.Value.ValueKind != JsonValueKind.Null)
            {
                Check(field.Value, Options.GetTypeInfo(property.PropertyType), at, errors);
            }
            else if (!property.IsSetNullable)
            {
                errors.Add(new FieldError(at, "not-null"));
            }
        }

        errors.AddRange(type.Properties.Where(property => property.IsRequired && !seen.Contains(property.Name)).Select(property => new FieldError(Join(path, property.Name), "required")));
    }

    private static void CheckItems(JsonElement json, JsonTypeInfo item, string path, List<FieldError> errors)
    {
        var index = 0;
        foreach (var element in json.EnumerateArray())
        {
            var at = $"{path}[{index++}]";
            if (element.ValueKind == JsonValueKind.Null)
            {
                errors.Add(new FieldError(at, "not-null"));
                continue;
            }

            Check(element, item, at, errors);
        }
    }

    private static void CheckValue(JsonElement json, Type type, string path, List<FieldError> errors)
    {
        if (!JsonText.IsClean(json))
        {
            errors.Add(new FieldError(path, "bad-characters"));
            return;
        }

        try
        {
            json.Deserialize(type, Options);
        }
        catch (JsonException)
        {
            errors.Add(Fault(Nullable.GetUnderlyingType(type) ?? type, path));
        }
    }

    private static FieldError Fault(Type type, string path) => type switch
    {
        { IsEnum: true } => new FieldError(path, "not-one-of", string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName))),
        _ when type == typeof(string) => new FieldError(path, "not-a-text"),
        _ when type == typeof(bool) => new FieldError(path, "not-true-or-false"),
        _ when type == typeof(DateOnly) => new FieldError(path, "not-a-date"),
        _ when type == typeof(Guid) => new FieldError(path, "not-an-id"),
        _ when type.IsPrimitive || type == typeof(decimal) => new FieldError(path, "not-a-number"),
        _ => new FieldError(path, "not-valid"),
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : name.Length == 0 ? path : $"{path}.{name}";
}
