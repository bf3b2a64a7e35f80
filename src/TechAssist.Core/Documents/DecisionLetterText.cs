using TechAssist.Core.Requests;
using TechAssist.Reports;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Documents;

/// <summary>Writes a decision letter in one language. Pure: the same letter always reads the same.</summary>
public sealed class DecisionLetterText(DecisionLetter letter, DocumentWords words, Letterhead letterhead)
{
    private readonly RequestContent content = letter.Request.Content;

    private bool IsPositive => letter.Verdict is Verdict.Approved or Verdict.ApprovedWithConditions;

    public Paper Write() => new()
    {
        Title = words.Text($"Letter.Subject.{letter.Verdict}", letter.Request.Reference),
        Kind = words["Kind.DecisionLetter"],
        Language = words.DocumentLanguage,
        Reference = letter.Request.Reference,
        Organisation = letterhead.Name(words),
        Logo = letterhead.Logo,
        IssuedOn = letter.Secretariat.LocalDay(letter.IssuedAt),
        CreatedAt = letter.IssuedAt,
        Letter = new Letter(Recipient(), [words["Secretariat"], .. letterhead.Address], letterhead.Place(words))
        {
            CopiesTo = [words.Text("Letter.CopyToFocalPoint", Country)],
        },
        Blocks = [.. Opening(), .. IsPositive ? Approval() : Refusal(), .. Closing()],
    };

    private string Country => letter.CountryName.In(words.Language);

    private string[] Recipient() =>
    [
        .. new[] { content.Contact.Name, content.Contact.Title, content.Institution.Unit, content.Institution.Name, Country }
            .Select(Blank.ToNull).OfType<string>().Distinct(),
    ];

    private IEnumerable<Block> Opening()
    {
        yield return new Paragraph(Blank.ToNull(content.Contact.Name) is { } name ? words.Text("Letter.Salutation", name) : words["Letter.SalutationUnknown"]);
        yield return new Paragraph(words.Text(
            "Letter.Opening", Day(letter.Request.SubmittedAt ?? letter.DecidedAt), content.Institution.Name ?? Country, letter.Request.Title(words.Language))
            + (letter.Request.EndorsedAt is { } endorsedAt && letter.Verdict is not (Verdict.Refused or Verdict.NotRevised) ? " " + words.Text("Letter.Endorsed", Day(endorsedAt)) : ""));
        yield return new Paragraph(words.Text($"Letter.Decision.{letter.Verdict}", Day(letter.DecidedAt), Day(letter.AskedAt ?? letter.DecidedAt)));
    }

    private IEnumerable<Block> Approval() =>
    [
        .. Written("Letter.Reasons", letter.Reasons),
        .. Written("Letter.Conditions", letter.Conditions),
        new Heading(2, words["Letter.Next"]),
        new NumberedList([.. Steps().Select(key => new ListItem(words[key]))]),
    ];

    private IEnumerable<string> Steps() => letter.Request.Track == Track.Rapid
        ? ["Letter.Next.RapidTerms", "Letter.Next.RapidExperts", "Letter.Next.RapidDeparture", "Letter.Next.Report"]
        : ["Letter.Next.Terms", "Letter.Next.Experts", "Letter.Next.Preparation", "Letter.Next.Report"];

    private IEnumerable<Block> Refusal()
    {
        if (letter.Verdict is Verdict.Lapsed or Verdict.NotRevised)
        {
            var kind = letter.Verdict == Verdict.Lapsed ? "moreInformation" : "return";
            return
            [
                .. Written($"Letter.Asked.{letter.Verdict}", letter.Asked),
                new Heading(2, words["Letter.WayForward"]),
                new Paragraph(words[$"Lapse.{kind}.WayForward"]),
                .. Ways(words["Letter.Way.Resume"], words[$"Letter.Way.ResumeHow.{letter.Verdict}"]),
            ];
        }

        var way = Blank.ToNull(letter.WayForward);
        return
        [
            new Heading(2, words["Letter.Why"]),
            .. letter.Reason is { } reason && reason != RefusalReason.Other ? new[] { new Paragraph(Inline.Bold(words.Name(reason))) } : [],
            .. Text(letter.Reasons),
            .. Written("Letter.WayForward", way ?? (letter.Verdict == Verdict.Refused ? words["Letter.WayForwardFocalPoint"] : null)),
            .. letter.Verdict == Verdict.Referred ? Written("Letter.ReferredTo", letter.ReferredTo) : [],
            .. Ways(words["Letter.Way.Appeal"], words["Letter.Way.AppealHow"]),
        ];
    }

    /// <summary>What the requester can do now: the way that is open until a limit, and a new request, which always is.</summary>
    private IEnumerable<Block> Ways(string name, string how)
    {
        var ways = new List<ListItem>();
        if (letter.UntilAt is { } untilAt)
        {
            ways.Add(new ListItem([Inline.Bold(string.Format(words.Culture, name, words.Limit(untilAt, letter.Country))), " " + how]));
        }

        ways.Add(new ListItem([Inline.Bold(words["Letter.Way.Copy"]), " " + words["Letter.Way.CopyHow"]]));
        return [new Heading(2, words["Letter.Ways"]), new BulletList(ways)];
    }

    private IEnumerable<Block> Closing() =>
    [
        new Paragraph([words["Letter.Follow"] + " ", Inline.Link(letter.CaseUrl, letter.CaseUrl), ".", .. Contact()]),
        new Paragraph(words[Blank.ToNull(content.Contact.Name) is null ? "Letter.ClosingUnknown" : "Letter.Closing"]),
        new Signature([Signatory()]),
    ];

    private RichText Contact() => (Blank.ToNull(letter.OfficerName), Blank.ToNull(letter.OfficerEmail)) switch
    {
        ({ } name, { } email) => [" " + words.Text("Letter.Contact", name) + " (", Inline.Link(email, "mailto:" + email), ")."],
        ({ } name, null) => " " + words.Text("Letter.Contact", name) + ".",
        _ => RichText.Empty,
    };

    /// <summary>The secretariat signs: the person who decided where it was one of its own.</summary>
    private Signatory Signatory() => letter is { DecidedByName: { } name, DecidedByRole: { } role } && People.Roles.Secretariat.Contains(role)
        ? new Signatory(DoneBy.Of(name, letter.DecidedForName, words.Language), words.Name(role), letterhead.Name(words))
        : new Signatory(words["Letter.ForSecretariat"], null, letterhead.Name(words));

    private IEnumerable<Block> Written(string heading, string? text) =>
        Blank.ToNull(text) is null ? [] : [new Heading(2, words[heading]), .. Text(text)];

    /// <summary>What somebody wrote stands as it was written; in a letter in the other language that is said.</summary>
    private IEnumerable<Block> Text(string? text) => Blank.ToNull(text) is null ? [] :
    [
        .. letter.WrittenIn == words.Language ? [] : new[] { new Paragraph(Inline.Italic(words["OtherLanguageOnly"])) },
        .. TypedText.ToBlocks(text),
    ];

    private string Day(DateTime instant) => words.Day(letter.Secretariat.LocalDay(instant));
}
