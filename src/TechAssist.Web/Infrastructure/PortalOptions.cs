using System.ComponentModel.DataAnnotations;

namespace TechAssist.Web.Infrastructure;

/// <summary>Section <c>Portal</c> of the settings.</summary>
public sealed class PortalOptions
{
    public const string Section = "Portal";

    /// <summary>The address people use (<c>https://assist.example.org</c>): links in mails begin with it. With https, cookies
    /// are sent over https only.</summary>
    [Url]
    public string? PublicUrl { get; init; }

    public bool IsHttps => PublicUrl?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true;
}
