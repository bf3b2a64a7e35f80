using System.ComponentModel.DataAnnotations;

namespace TechAssist.Core.Documents.Scanning;

/// <summary>Section <c>Scan</c> of the settings: the ClamAV daemon (clamd) that looks into every file before it is kept. Its
/// <c>StreamMaxLength</c> must be at least that of the largest file taken (25 MB). Without a host no file is looked into.</summary>
public sealed class ScanOptions
{
    public const string Section = "Scan";

    /// <summary>A machine of one's own network: clamd's connections are neither encrypted nor signed in to.</summary>
    public string? Host { get; set; }

    [Range(1, 65535)]
    public int Port { get; set; } = 3310;

    /// <summary>For one file, in seconds.</summary>
    [Range(1, 600)]
    public int Timeout { get; set; } = 60;

    public bool IsSet => !string.IsNullOrEmpty(Host);
}
