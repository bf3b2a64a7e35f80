using TechAssist.Core.Clock;
using TechAssist.Core.Requests;
using TechAssist.Core.Terms;
using TechAssist.Reports;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Documents;

/// <summary>One version of terms of reference, to be written. The budget is in <paramref name="Content"/> only where the reader may see it.</summary>
public sealed record TermsPaper(AssistanceRequest Request, TermsContent Content, int Version, TermsStatus Status, DateTime At);

/// <summary>Writes terms of reference in one language: the thirteen sections of domain data-model 3.3. Pure.</summary>
public sealed class TermsText(TermsPaper terms, CaseHeading heading, DocumentWords words, Letterhead letterhead, WorkingCalendar secretariat)
{
    private readonly TermsContent content = terms.Content;

    public Paper Write() => new()
    {
        Title = terms.Request.Title(words.Language),
        Subtitle = heading.Subtitle,
        Kind = words["Kind.Terms"],
        Language = words.DocumentLanguage,
        Reference = terms.Request.Reference,
        Organisation = letterhead.Name(words),
        Logo = letterhead.Logo,
        IssuedOn = secretariat.LocalDay(terms.At),
        CreatedAt = terms.At,
        Confidentiality = content.Budget is null ? heading.Confidentiality : words["Internal"],
        CoverFacts =
        [
            .. heading.Facts(),
            new Fact(words["Version"], words.Text("Terms.VersionAndStatus", terms.Version, words.Name(terms.Status))),
            new Fact(words["Terms.Contract"], words.Span(content.Contract)),
            new Fact(words["Terms.Effort"], words.Days(content.Effort.Total)),
            new Fact(words["WorkingLanguages"], words.LanguageNames(content.Languages)),
        ],
        Blocks = [.. Draft(), .. Why(), .. What(), .. Who(), .. How()],
    };

    private IEnumerable<Block> Draft() => terms.Status is TermsStatus.Approved ? [] : [new Callout(words[$"Terms.Note.{terms.Status}"])];

    private IEnumerable<Block> Why() =>
    [
        new Heading(1, words["Terms.1"]), .. words.Blocks(content.Background),
        new Heading(1, words["Terms.2"]),
        new Heading(2, words["Terms.2.General"]), .. words.Blocks(content.GeneralObjective),
        new Heading(2, words["Terms.2.Specific"]), new NumberedList([.. content.Objectives.Select(objective => new ListItem(words.Of(objective)))]),
        new Heading(1, words["Terms.3"]),
        new Heading(2, words["Terms.3.Scope"]), .. words.Blocks(content.Scope),
        .. content.Exclusions.IsEmpty ? [] : new Block[] { new Heading(2, words["Terms.3.Exclusions"]) }.Concat(words.Blocks(content.Exclusions)),
    ];

    private IEnumerable<Block> What() =>
    [
        new Heading(1, words["Terms.4"]), TermsTables.Activities(content, heading, words),
        new Heading(1, words["Terms.5"]), TermsTables.Deliverables(content, words),
    ];

    private IEnumerable<Block> Who() =>
    [
        new Heading(1, words["Terms.6"]),
        .. content.Profiles.SelectMany((profile, index) => new Block[]
        {
            new Heading(2, words.Of(profile.Role).Plain is { Length: > 0 } role ? role : words.Text("Terms.6.Profile", index + 1)),
            TermsTables.Profile(profile, words),
        }),
        new Heading(1, words["Terms.7"]), TermsTables.Effort(content.Effort, words),
        new Heading(1, words["Terms.8"]), .. words.Blocks(content.HostContribution),
        .. content.Counterparts.Count == 0 ? [] : new Block[] { TermsTables.Counterparts(content, words) },
    ];

    private IEnumerable<Block> How() =>
    [
        new Heading(1, words["Terms.9"]),
        .. Part("Terms.9.Logistics", content.Logistics), .. Part("Terms.9.Interpretation", content.Interpretation), .. Part("Terms.9.Security", content.Security),
        .. new[] { content.Logistics, content.Interpretation, content.Security }.All(string.IsNullOrWhiteSpace) ? words.Blocks((string?)null) : [],
        new Heading(1, words["Terms.10"]),
        new Facts(
        [
            new Fact(words["Terms.10.Due"], words.Day(content.Reporting.DueOn)),
            new Fact(words["Terms.10.Addressees"], DocumentWords.OrDash(content.Reporting.Addressees)),
            new Fact(words["Terms.10.Template"], DocumentWords.OrDash(content.Reporting.Template ?? words["Terms.10.UsualTemplate"])),
        ]),
        new Heading(1, words["Terms.11"]), .. words.Blocks(content.Conduct),
        new Heading(1, words["Terms.12"]), .. words.Blocks(content.Evaluation),
        .. content.Indicators.Count == 0 ? [] : new Block[] { TermsTables.Indicators(content, words) },
        .. content.Budget is { } budget ? new Block[] { new Heading(1, words["Terms.13"]), new Callout(words["Terms.13.Internal"]), TermsTables.Budget(budget, words) } : [],
    ];

    private IEnumerable<Block> Part(string title, string? text) =>
        string.IsNullOrWhiteSpace(text) ? [] : [new Heading(2, words[title]), .. words.Blocks(text)];
}
