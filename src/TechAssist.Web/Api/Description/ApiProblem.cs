using System.ComponentModel;

namespace TechAssist.Web.Api.Description;

/// <summary>Why a call was refused (RFC 9457). The texts are in the language of Accept-Language, else of the token's owner.</summary>
public sealed record ApiProblem(
    [property: Description("Stable: urn:techassist: and a code, such as urn:techassist:invalid-input.")] string Type,
    string Title, int Status, string? Detail, string? Instance,
    [property: Description("What is wrong, by the path of the field, such as contact.email or periods[0].from.")] IReadOnlyDictionary<string, IReadOnlyList<FieldProblem>>? Errors);

/// <summary>What is wrong with a field: a stable code, and a text.</summary>
public sealed record FieldProblem(string Code, string Message);

internal static class Problems
{
    /// <summary>Says with which statuses an endpoint refuses, besides 400, 401 and 429, which all share.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in (ReadOnlySpan<int>)[400, 401, 429, .. statuses])
        {
            endpoint.Produces<ApiProblem>(status, "application/problem+json");
        }

        return endpoint;
    }
}
