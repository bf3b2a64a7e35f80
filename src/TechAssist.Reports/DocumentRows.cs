namespace TechAssist.Reports;

/// <summary>Labels and values every format shows at the head of a document.</summary>
internal static class DocumentRows
{
    /// <summary>UTC, for the properties of a file.</summary>
    public static DateTime CreatedOrIssuedAt(this Document document) =>
        document.CreatedAt ?? document.IssuedOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    /// <summary>What stands on the cover of a report, in order.</summary>
    public static IReadOnlyList<Fact> CoverRows(this Document document, Words words) =>
    [
        .. Row(words["Reference"], document.Reference),
        new Fact(words["Date"], words.Day(document.IssuedOn)),
        .. Row(words["Author"], document.Author),
        .. document.CoverFacts,
        .. Row(words["Confidentiality"], document.Confidentiality),
    ];

    /// <summary>The references above the subject of a letter.</summary>
    public static IReadOnlyList<Fact> LetterRows(this Document document, Words words) =>
    [
        .. Row(words["OurReference"], document.Reference),
        .. Row(words["YourReference"], document.Letter?.YourReference),
        .. Row(words["Confidentiality"], document.Confidentiality),
    ];

    /// <summary>What stands below the signature of a letter.</summary>
    public static IReadOnlyList<Fact> LetterFoot(this Letter letter, Words words) =>
    [
        .. Row(words["Enclosures"], string.Join('\n', letter.Enclosures)),
        .. Row(words["CopiesTo"], string.Join('\n', letter.CopiesTo)),
    ];

    /// <summary>What stands below the name of who signs.</summary>
    public static IEnumerable<string> Lines(this Signatory who, Words words)
    {
        var signed = who.SignedOn is { } day ? string.Format(words.Culture, words["SignedOn"], words.Day(day)) : null;
        return new[] { who.Function, who.Organisation, signed }.OfType<string>();
    }

    private static Fact[] Row(string label, string? value) => string.IsNullOrEmpty(value) ? [] : [new Fact(label, value)];
}
