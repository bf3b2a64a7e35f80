namespace TechAssist.Core.Documents;

/// <summary>Kinds under which produced documents are filed.</summary>
public static class DocumentKinds
{
    /// <summary>What a person attached.</summary>
    public const string Attachment = "attachment";

    public const string DecisionLetter = "decision-letter";
    public const string Terms = "terms";
    public const string Report = "report";
    public const string PublicReport = "public-report";

    /// <summary>A picture in a report: shown with the report only, never by itself.</summary>
    public const string Photo = "report-photo";

    public const string ReleaseLetter = "release-letter";
    public const string AcceptanceLetter = "acceptance-letter";
    public const string TransmissionLetter = "transmission-letter";
    public const string SilenceMinutes = "silence-minutes";

    /// <summary>Those that can be written again in every form and in both languages.</summary>
    public static readonly string[] Papers = [AcceptanceLetter, TransmissionLetter, SilenceMinutes];
}
