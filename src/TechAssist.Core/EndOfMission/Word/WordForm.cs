using TechAssist.Core.Documents;

namespace TechAssist.Core.EndOfMission.Word;

internal enum WordKind { Plain, Number, Amount, Day, Choice, Flag }

internal sealed record WordOption(string Value, string Label);

/// <summary>A short field of a row.</summary>
/// <param name="Name">Camel-case path inside the row.</param>
/// <param name="Width">Share of the table's width.</param>
internal sealed record WordField(string Name, string Label, WordKind Kind = WordKind.Plain, double Width = 1)
{
    public IReadOnlyList<WordOption> Options { get; init; } = [];
}

/// <summary>A place of the form under a heading of its own.</summary>
/// <param name="Path">Camel-case path inside the content.</param>
internal abstract record WordPart(string Path, string Label);

/// <summary>A long text, in Markdown.</summary>
internal sealed record WordTextPart(string Path, string Label, string Hint) : WordPart(Path, Label);

/// <summary>Single short fields, one below the other.</summary>
internal sealed record WordFactsPart(string Path, string Label, IReadOnlyList<WordField> Fields) : WordPart(Path, Label)
{
    public string PathOf(WordField field) => Path.Length == 0 ? field.Name : $"{Path}.{field.Name}";
}

/// <summary>A list of rows: one table, or where a row is too wide for a line, a small table (a card) for each.</summary>
internal sealed record WordRowsPart(string Path, string Label, string RowLabel, IReadOnlyList<WordField> Fields, bool IsCards = false) : WordPart(Path, Label)
{
    public string? Guidance { get; init; }

    /// <summary>Empty rows to write into.</summary>
    public int Spare { get; init; } = 1;
}

internal sealed record WordSection(int Number, string Title, IReadOnlyList<WordPart> Parts)
{
    public string Heading => $"{Number}. {Title}";

    public string? Guidance { get; init; }

    /// <summary>The section's own heading stands for a part that is alone in it, or is called the same.</summary>
    public bool Names(WordPart part) => Parts.Count == 1 || part.Label == Title;
}

/// <summary>The form that goes to Word: the sections of the report with every field that people write (domain data-model 3.7).</summary>
internal sealed class WordForm
{
    private static readonly string[] Inviting = ["Summary", "Finding", "Text", "Cell"];

    private static readonly string[] Annex = ["sensitivities", "counterpartCapacity", "expertCooperation", "logistics", "cost"];

    private readonly DocumentWords words;

    /// <param name="language">Of headings and hints: "fr" or "en".</param>
    /// <param name="content">Says which findings there are.</param>
    /// <param name="objectives">Strategic objectives to choose from.</param>
    /// <param name="hasInternal">With the internal annex.</param>
    /// <param name="hasPeople">With the persons met.</param>
    public WordForm(string language, ReportContent content, IReadOnlyList<WordOption> objectives, bool hasInternal, bool hasPeople)
    {
        words = new DocumentWords(language);
        Sections =
        [
            Section(1, [Text("summary.fr", "Summary.Fr", "Hint.Summary"), Text("summary.en", "Summary.En", "Hint.Summary")]),
            Section(2, [Text("purpose", "Purpose"), Deviations()]),
            Section(3, [Text("approach", "Approach"), Activities()]),
            Section(4, hasPeople ? [Persons()] : [], "Guide.Persons"),
            Section(5, [.. content.Findings.Select(Finding)], "Guide.Findings"),
            Section(6, [Deliverables()]),
            Section(7, [Results()]),
            Section(8, [Initiatives(), new WordFactsPart("", "", [new("noInitiatives", Own("NoInitiatives.Tick"), WordKind.Flag)])]),
            Section(9, [Recommendations(objectives)]),
            Section(10, [Training()], "Guide.Training"),
            Section(11, [Text("positive", "Report.11.Positive"), Text("difficulties", "Report.11.Difficulties"), Text("lessons", "Report.11.Lessons")]),
            Section(12, [Text("genderAndRights", "Report.12")]),
            Section(13, [Text("sustainability", "Report.13")]),
            Section(14, [Text("acknowledgements", "Report.14"), Text("annexes", "Report.14.Annexes")]),
            .. hasInternal ? new[] { Internal() } : [],
        ];
    }

    public string Language => words.Language;

    public DocumentWords Words => words;

    public IReadOnlyList<WordSection> Sections { get; }

    public IEnumerable<WordPart> Parts => Sections.SelectMany(section => section.Parts);

    /// <summary>The form with everything in it, for labels.</summary>
    public static WordForm Whole(string language, ReportContent content) => new(language, content, [], hasInternal: true, hasPeople: true);

    /// <summary>A text of the form itself.</summary>
    public string Own(string key, params ReadOnlySpan<object?> arguments) => Messages.Text("WordForm." + key, Language, arguments);

    /// <summary>What stands in an empty place, and is not taken in.</summary>
    public bool IsHint(string text) => Hints.Contains(text.Trim());

    /// <summary>The text without a hint somebody left before or after it.</summary>
    public IReadOnlyList<TextRun> WithoutHint(IReadOnlyList<TextRun> runs)
    {
        var text = string.Concat(runs.Select(run => run.Text)).Trim();
        var hint = IsHint(text) ? text : Invitations.FirstOrDefault(known => text.StartsWith(known, StringComparison.Ordinal) || text.EndsWith(known, StringComparison.Ordinal));
        if (hint is null)
        {
            return runs;
        }

        var plain = string.Concat(runs.Select(run => run.Text));
        var (start, at) = (plain.IndexOf(hint, StringComparison.Ordinal), 0);
        return
        [
            .. runs.Select(run =>
            {
                var (from, to) = (Math.Clamp(start - at, 0, run.Text.Length), Math.Clamp(start + hint.Length - at, 0, run.Text.Length));
                at += run.Text.Length;
                return run with { Text = run.Text[..from] + run.Text[to..] };
            }),
        ];
    }

    /// <summary>Those people write beside; the longest first.</summary>
    private IReadOnlyList<string> Invitations => field ??= [.. Inviting
        .SelectMany(key => Languages.All.Select(language => Messages.Text("WordForm.Hint." + key, language))).OrderByDescending(hint => hint.Length)];

    private HashSet<string> Hints => field ??= [.. Languages.All.SelectMany(language =>
        Messages.All.Keys(language).Where(key => key.StartsWith("WordForm.Hint", StringComparison.Ordinal)).Select(key => Messages.Text(key, language).Trim()))];

    private WordSection Section(int number, IReadOnlyList<WordPart> parts, string? guidance = null) =>
        new(number, words[$"Report.{number}"], parts) { Guidance = guidance is null ? null : Own(guidance) };

    /// <param name="path">Inside the content.</param>
    /// <param name="label">A text of the form, or one that the documents share.</param>
    /// <param name="hint">A text of the form.</param>
    private WordTextPart Text(string path, string label, string hint = "Hint.Text") =>
        new(path, Messages.All.Has("WordForm." + label) ? Own(label) : words[label], Own(hint));

    private WordTextPart Finding(Finding finding, int index)
    {
        var label = words.Text("Report.5.Objective", finding.Objective);
        var text = finding.Text.In(Language).ReplaceLineEndings(" ");
        return new WordTextPart($"findings[{index}].answer", text.Length == 0 ? label : $"{label}{Own("Colon")} {text}", Own("Hint.Finding"));
    }

    private WordRowsPart Deviations() => new("deviations", words["Report.2.Deviations"], "", [new("what", words["Report.Deviation"]), new("reason", words["Reason"])]);

    private WordRowsPart Activities() => new(
        "activities", words["Report.3.Caption"], "",
        [
            // The state stands last: a row typed into a form from before there was one is told apart by the order of its cells.
            new("planned", words["Report.Planned"]), new("done", words["Report.Done"], Width: 1.2), new("difference", words["Report.Difference"]),
            Choice<ActivityState>("state", words["State"]) with { Width = 0.7 },
        ]);

    private WordRowsPart Persons() => new(
        "personsMet", words["Report.4.Caption"], "",
        [new("name", words["Name"]), new("function", words["Function"], Width: 1.2), new("institution", words["Institution"], Width: 1.4)])
    { Spare = 2 };

    private WordRowsPart Deliverables() => new(
        "deliverables", words["Report.6.Caption"], words["Deliverable"],
        [
            new("title.fr", Own("Title.Fr"), Width: 1.4), new("title.en", Own("Title.En"), Width: 1.4), Choice<DeliverableState>("state", words["State"]),
            new("note", words["Note"], Width: 1.2),
        ]);

    private WordRowsPart Results() => new(
        "results", words["Report.7.Caption"], "",
        [new("indicator", words["Indicator"], Width: 1.6), new("baseline", words["Baseline"]), new("target", words["Target"]), new("actual", words["Actual"])]);

    private WordRowsPart Initiatives() => new(
        "initiatives", words["Report.8"], words["Report.Initiative"],
        [
            new("title", words["Report.Initiative"]), new("description", Own("Description")), new("lead", words["Report.Lead"]),
            new("partners", words["Report.Partners"]), new("costRange", words["Report.Cost"]), new("nextStep", words["Report.NextStep"]),
        ],
        IsCards: true)
    { Guidance = Own("Guide.Cards") };

    private WordRowsPart Recommendations(IReadOnlyList<WordOption> objectives) => new(
        "recommendations", words["Report.9"], words["Recommendation"],
        [
            new("text.fr", Own("Text.Fr")), new("text.en", Own("Text.En")), new("addressee", words["Addressee"]), new("dueOn", words["Due"], WordKind.Day),
            Choice<RecommendationType>("type", Own("Type")), Choice<RecommendationPriority>("priority", words["Priority"]),
            new("objective", Own("Objective"), WordKind.Choice) { Options = objectives }, new("means", Own("Means")),
        ],
        IsCards: true)
    { Guidance = Own("Guide.Recommendations") };

    private WordFactsPart Training() => new(
        "training", words["Report.10"],
        [
            new("women", Own("Women"), WordKind.Number), new("men", Own("Men"), WordKind.Number), new("preTest", Own("PreTest"), WordKind.Number),
            new("postTest", Own("PostTest"), WordKind.Number), new("satisfaction", Own("Satisfaction"), WordKind.Amount),
        ]);

    private WordSection Internal() => Section(
        15,
        [
            .. Annex
                .Select(name => Text("internal." + name, $"Report.15.{char.ToUpperInvariant(name[0])}{name[1..]}")),
        ],
        "Guide.Internal");

    private WordField Choice<T>(string name, string label)
        where T : struct, Enum => new(name, label, WordKind.Choice)
        {
            Options = [.. Enum.GetValues<T>().Select(value => new WordOption(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), Capital(words.Name(value))))],
        };

    private string Capital(string word) => word.Length == 0 ? word : char.ToUpper(word[0], words.Culture) + word[1..];
}
