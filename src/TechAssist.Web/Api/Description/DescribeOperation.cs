using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using TechAssist.Core;
using TechAssist.Core.Requests;
using TechAssist.Web.Api.Requests;

namespace TechAssist.Web.Api.Description;

/// <summary>What the code alone does not say about an operation: choices and limits of what stands in the address, an example,
/// the headers of answers.</summary>
internal static class DescribeOperation
{
    private static readonly Dictionary<string, string[]> Choices = new()
    {
        ["status"] = ["open", "onHold", "suspended", "closed"],
        ["stage"] = [.. Stages.All],
        ["track"] = [.. Enum.GetNames<Track>().Select(JsonNamingPolicy.CamelCase.ConvertName)],
        ["audience"] = ["case", "participants", "secretariat"],
        ["language"] = ["fr", "en"],
        ["format"] = ["pdf", "docx", "html"],
        ["lang"] = ["fr", "en"],
    };

    private static readonly Dictionary<string, string> Refusals = new()
    {
        ["400"] = "Something in the address or the body is wrong; `errors` says what, by field.",
        ["401"] = "There is no token, or it is not a valid one.",
        ["404"] = "There is no such thing, or it is not the caller's to see.",
        ["409"] = "The rules do not allow it now; the type says which one.",
        ["413"] = "The body is too large.",
        ["415"] = "The body is of a type that is not taken here.",
        ["422"] = "The Idempotency-Key was used with another body.",
        ["429"] = "Too many calls.",
    };

    public static Task ApplyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            Describe(parameter);
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            response.Description = Refusals.GetValueOrDefault(status, response.Description ?? "");
        }

        if (operation.OperationId == "SubmitRequest")
        {
            operation.RequestBody!.Content!["application/json"].Example = JsonSerializer.SerializeToNode(RequestExample.Content, CoreJson.Options);
            AddHeader(operation, "201", "Location", "Address of the request.");
        }

        if (operation.OperationId == "AttachDocument")
        {
            AddHeader(operation, "201", "Location", "Address of the file.");
        }

        AddHeader(operation, "401", "WWW-Authenticate", "Bearer, with the error when a token was sent.");
        AddHeader(operation, "429", "Retry-After", "Seconds to wait.");
        return Task.CompletedTask;
    }

    private static void Describe(OpenApiParameter parameter)
    {
        if (parameter is { In: ParameterLocation.Query, Name: { } name } && parameter.Schema is OpenApiSchema schema)
        {
            schema.Type = name switch { "pageSize" => JsonSchemaType.Integer, "late" => JsonSchemaType.Boolean, _ => JsonSchemaType.String };
            if (name == "pageSize")
            {
                (schema.Minimum, schema.Maximum, schema.Default) = ("1", "100", JsonValue.Create(25));
            }

            schema.Enum = Choices.GetValueOrDefault(name)?.Select(choice => (JsonNode)JsonValue.Create(choice)).ToList();
        }

        parameter.Description ??= parameter.Name switch
        {
            "reference" => "Such as TA-2026-SN-0001.",
            "pageSize" => "Rows of a page.",
            "after" => "The `after` of the page before.",
            RequestsApi.IdempotencyKey => "Your own key for this request, 1 to 200 printable ASCII characters.",
            _ => null,
        };
    }

    private static void AddHeader(OpenApiOperation operation, string status, string name, string description)
    {
        if (operation.Responses?.GetValueOrDefault(status) is OpenApiResponse response)
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers[name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        }
    }
}
