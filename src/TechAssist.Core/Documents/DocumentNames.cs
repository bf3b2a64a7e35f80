namespace TechAssist.Core.Documents;

/// <summary>How produced documents are called in file names, in their language.</summary>
internal static class DocumentNames
{
    public static string Letter(string language) => Messages.Text("Document.Kind.DecisionLetter", language);

    public static string Release(string language, string expert) => Messages.Text("Document.File.Release", language, expert);

    public static string Terms(string language, int version) => Messages.Text("Document.File.Terms", language, version);

    public static string Report(string language, int mission) => Messages.Text("Document.File.Report", language, mission);

    public static string PublicReport(string language, int mission) => Messages.Text("Document.File.PublicReport", language, mission);

    public static string Minutes(string language, int mission) => Messages.Text("Document.File.Minutes", language, mission);

    public static string Summary(string language, int mission) => Messages.Text("Document.File.Summary", language, mission);

    public static string Acceptance(string language, int mission, string expert) => Messages.Text("Document.File.Acceptance", language, mission, expert);

    public static string Transmission(string language, int mission) => Messages.Text("Document.File.Transmission", language, mission);

    public static string Silence(string language, string form, DateOnly day) =>
        Messages.Text("Document.File.Silence", language, Messages.Text("Document.Silence.Name." + form, language), day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
}
