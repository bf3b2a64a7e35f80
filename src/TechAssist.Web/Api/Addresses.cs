namespace TechAssist.Web.Api;

/// <summary>Addresses of the API, in one place.</summary>
internal static class Addresses
{
    public const string Root = "/api/v1";

    public static string Request(string reference) => $"{Root}/requests/{reference}";

    public static string Document(string reference, Guid id) => $"{Request(reference)}/documents/{id}";

    public static string Outcome(Guid taskId) => $"{Root}/tasks/{taskId}/outcome";
}
