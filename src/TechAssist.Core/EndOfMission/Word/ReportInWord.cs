namespace TechAssist.Core.EndOfMission.Word;

/// <summary>What a form is made for.</summary>
/// <param name="ReportId">Whose text it is.</param>
/// <param name="Revision">Of the text that stands in it.</param>
/// <param name="Language">Of headings and hints: "fr" or "en".</param>
public sealed record WordFormInput(Guid ReportId, int Revision, string Language)
{
    /// <summary>Title and facts of the report, as its first lines.</summary>
    public IReadOnlyList<string> Head { get; init; } = [];

    /// <summary>Strategic objectives to choose from, by code.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Objectives { get; init; } = [];

    /// <summary>With the internal annex.</summary>
    public bool HasInternal { get; init; } = true;

    /// <summary>With the persons met.</summary>
    public bool HasPeople { get; init; } = true;
}

/// <summary>What became of a report in Word.</summary>
/// <param name="Content">The text the form was made from, with what was changed in it.</param>
/// <param name="Notes">What to know about it.</param>
/// <param name="Loose">What could not be placed.</param>
/// <param name="Remarks">Comments made in Word.</param>
public sealed record WordResult(ReportContent Content, IReadOnlyList<WordNote> Notes, IReadOnlyList<LooseText> Loose, IReadOnlyList<WordRemark> Remarks);

/// <summary>A report as a form to fill in with Word, and back (docs/adr/0011). Pure.</summary>
public static class ReportInWord
{
    public static byte[] Write(ReportContent content, WordFormInput input)
    {
        var head = input.Head.Count > 0 ? input.Head : [Messages.Text("WordForm.Title", input.Language)];
        return WordFormFile.Write(FormOf(content, input), content, new WordMark(input.ReportId, input.Revision, input.Language, string.Join('\n', head.Select(TextRuns.Clean))), head);
    }

    /// <summary>What the file says it was made from.</summary>
    /// <param name="file">A file that is no form says nothing.</param>
    /// <exception cref="InvalidInputException">file: as <see cref="Read"/>.</exception>
    public static (Guid ReportId, int Revision, string Language)? MarkOf(Stream file)
    {
        WordPackage.Check(file);
        return WordPackage.Read(file, document => WordMark.Read(document) is { } mark ? (mark.ReportId, mark.Revision, mark.Language) : ((Guid, int, string)?)null);
    }

    /// <param name="file">As it came back.</param>
    /// <param name="origin">The text the form was made from.</param>
    /// <param name="input">As it was made for.</param>
    /// <exception cref="InvalidInputException">file: word-protected, word-damaged, word-macros, word-embedded, word-outside, word-swells;
    /// word-no-place where no field or heading of the form is in it.</exception>
    public static WordResult Read(Stream file, ReportContent origin, WordFormInput input)
    {
        WordPackage.Check(file);
        var form = FormOf(origin, input);
        var sent = WordPackage.Read(file, document => WordReader.Read(form, document));
        if (sent.IsEmpty)
        {
            throw new InvalidInputException("file", "word-no-place");
        }

        using var untouched = new MemoryStream(Write(origin, input));
        return WordReading.Of(form, origin, WordPackage.Read(untouched, document => WordReader.Read(form, document)), sent);
    }

    /// <summary>What a place of the report is called in the form; a row of a list by its number.</summary>
    public static string LabelOf(string field, ReportContent content, string language)
    {
        var form = WordForm.Whole(language, content);
        var part = form.Parts.FirstOrDefault(part => part.Path.Length > 0 && (field == part.Path || field.StartsWith(part.Path + ".", StringComparison.Ordinal) || field.StartsWith(part.Path + "[", StringComparison.Ordinal)))
            ?? form.Parts.OfType<WordFactsPart>().FirstOrDefault(part => part.Fields.Any(known => part.PathOf(known) == field));
        var fields = part switch { WordRowsPart rows => rows.Fields, WordFactsPart facts => facts.Fields, _ => [] };
        var inner = fields.FirstOrDefault(known => field == known.Name || field.EndsWith("." + known.Name, StringComparison.Ordinal));
        return string.Join(", ", new[] { part?.Label, inner?.Label }.Where(label => !string.IsNullOrEmpty(label)).Distinct());
    }

    private static WordForm FormOf(ReportContent content, WordFormInput input) =>
        new(input.Language, content, [.. Options(content, input)], input.HasInternal, input.HasPeople);

    /// <summary>An objective of an older framework stays to be chosen where it was.</summary>
    private static IEnumerable<WordOption> Options(ReportContent content, WordFormInput input) =>
        input.Objectives.Select(pair => new WordOption(pair.Key, pair.Value))
            .Concat(content.Recommendations.Select(row => Blank.ToNull(row.Objective)).OfType<string>().Where(code => input.Objectives.All(pair => pair.Key != code)).Distinct().Select(code => new WordOption(code, code)));
}
