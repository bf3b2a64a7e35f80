using System.ComponentModel.DataAnnotations;

namespace TechAssist.Core;

/// <summary>Where people reach the portal: links in mails and letters begin with it. The host fills it in from its settings.</summary>
public sealed class PortalAddress
{
    [Required, Url]
    public string Url { get; set; } = "http://127.0.0.1:5080";

    /// <param name="path">Begins with a slash.</param>
    public string Of(string path) => Url.TrimEnd('/') + path;
}
