using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.OpenApi;

namespace TechAssist.Web.Pages.Api;

/// <summary>An operation as the page shows it.</summary>
public sealed record ShownOperation(
    string Id, string Method, string Path, string? Summary, string? Description, IReadOnlyList<ShownParameter> Parameters, ShownBody? Body, IReadOnlyList<ShownAnswer> Answers)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ShownOperation Of(string path, string method, OpenApiOperation operation) => new(
        operation.OperationId ?? path, method.ToUpperInvariant(), path, operation.Summary, operation.Description,
        [.. (operation.Parameters ?? []).Select(one => new ShownParameter(one.Name!, one.In!.Value.ToString().ToLowerInvariant(), ShownType.Of(one.Schema).Text, one.Description))],
        BodyOf(operation),
        [.. (operation.Responses ?? []).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => new ShownAnswer(one.Key, one.Value.Description, SchemaOf(one.Value.Content)))]);

    private static ShownBody? BodyOf(OpenApiOperation operation)
    {
        if (operation.RequestBody?.Content?.FirstOrDefault() is not { Value: { } media } content)
        {
            return null;
        }

        return new ShownBody(content.Key, ShownType.Of(media.Schema).Schema, media.Example?.ToJsonString(Indented));
    }

    private static string? SchemaOf(IDictionary<string, OpenApiMediaType>? content) =>
        content?.Values.FirstOrDefault()?.Schema is { } schema ? ShownType.Of(schema).Schema : null;
}

public sealed record ShownParameter(string Name, string In, string Type, string? What);

public sealed record ShownBody(string Media, string? Schema, string? Example);

public sealed record ShownAnswer(string Status, string? What, string? Schema);

/// <summary>A schema as the page shows it: its fields, or its choices.</summary>
public sealed record ShownSchema(string Name, string? What, IReadOnlyList<ShownField> Fields)
{
    public static ShownSchema Of(string name, IOpenApiSchema schema) => new(
        name, schema.Enum is { Count: > 0 } ? "One of: " + ShownType.Choices(schema) : schema.Description,
        [.. (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Select(one => ShownField.Of(one.Key, one.Value))]);
}

public sealed record ShownField(string Name, string Type, string? Schema, string? What)
{
    public static ShownField Of(string name, IOpenApiSchema schema)
    {
        var (text, reference) = ShownType.Of(schema);
        return new ShownField(name, text, reference, schema.Description);
    }
}

/// <summary>A type in a few words, with the schema it names.</summary>
internal static class ShownType
{
    public static (string Text, string? Schema) Of(IOpenApiSchema? schema)
    {
        switch (schema)
        {
            case null:
                return ("", null);
            case OpenApiSchemaReference reference:
                return (reference.Reference.Id ?? "", reference.Reference.Id);
            case { OneOf: { Count: > 0 } choices }:
                return Of(choices.OfType<OpenApiSchemaReference>().FirstOrDefault() ?? choices[^1]);
            case { Items: { } item }:
                var (text, named) = Of(item);
                return ("list of " + text, named);
            case { Enum: { Count: > 0 } }:
                return ("one of: " + Choices(schema), null);
            default:
                return (Plain(schema), null);
        }
    }

    public static string Choices(IOpenApiSchema schema) => string.Join(", ", schema.Enum!.Where(choice => choice is not null).Select(choice => choice.ToString()));

    private static string Plain(IOpenApiSchema schema)
    {
        var type = (schema.Type & ~JsonSchemaType.Null)?.ToString().ToLowerInvariant() ?? "any";
        var format = schema.Format is null or "int32" or "int64" ? type : schema.Format;
        return schema.MaxLength is { } most ? $"{format}, at most {most} characters" : format;
    }
}
