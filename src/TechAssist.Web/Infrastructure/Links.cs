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

    public static string Request(Guid id) => $"/requests/{id}";

    public static string Task(Guid id) => $"/tasks/{id}";

    public static string Person(Guid id) => $"/admin/people/{id}";
}
