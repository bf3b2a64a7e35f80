namespace TechAssist.Web.Infrastructure;

/// <summary>Addresses of our own pages, in one place.</summary>
public static class Links
{
    public const string Home = "/";
    public const string Requests = "/requests";
    public const string NewRequest = "/requests/new";
    public const string Tasks = "/tasks";
    public const string Roster = "/roster";
    public const string Recommendations = "/recommendations";
    public const string People = "/admin/people";
    public const string SignIn = "/account/sign-in";
    public const string Profile = "/account/profile";
    public const string Tokens = "/account/tokens";
    public const string ApiDocs = "/api/docs";

    public static string Request(Guid id) => $"/requests/{id}";

    /// <summary>A case by its reference; a draft has none yet and goes by its id.</summary>
    public static string Case(Guid id, string? reference) => reference is null ? Request(id) : $"/requests/{reference}";

    public static string EditRequest(Guid id) => $"/requests/{id}/edit";

    public static string Documents(string reference) => $"/requests/{reference}#documents";

    public static string Terms(string reference) => $"/requests/{reference}/terms";

    public static string Experts(string reference) => $"/requests/{reference}/roster";

    public static string Missions(string reference) => $"/requests/{reference}/missions";

    public static string Reports(string reference) => $"/requests/{reference}/reports";

    public static string Task(Guid id) => $"/tasks/{id}";

    public static string Person(Guid id) => $"/admin/people/{id}";
}
