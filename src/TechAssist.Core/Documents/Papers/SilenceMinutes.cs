using System.Globalization;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;
using TechAssist.Reports;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Documents.Papers;

/// <summary>A silence procedure that has ended, read once.</summary>
/// <param name="Step">With its items; closed.</param>
internal sealed record SilenceMinutes(AssistanceRequest Request, Step Step)
{
    /// <summary>Of those who were asked, by their ids.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    /// <summary>Whom the country could object to.</summary>
    public required IReadOnlyList<string> Experts { get; init; }

    /// <summary>The number of the mission whose report it was about.</summary>
    public int? Mission { get; init; }
}

/// <summary>Writes the minutes of a silence procedure: who was asked, when and until when; who spoke, who kept silent, what followed.</summary>
internal sealed class SilenceMinutesText(SilenceMinutes minutes, ReferenceSnapshot data, DocumentWords words, Letterhead letterhead)
{
    private readonly Step step = minutes.Step;

    public Paper Write()
    {
        var heading = new CaseHeading(minutes.Request, data, words);
        return new Paper
        {
            Title = words["Silence.Title." + step.Form],
            Subtitle = minutes.Request.Title(words.Language),
            Kind = words["Kind.SilenceMinutes"],
            Language = words.DocumentLanguage,
            Reference = minutes.Request.Reference,
            Organisation = letterhead.Name(words),
            Logo = letterhead.Logo,
            IssuedOn = data.Calendars.Secretariat.LocalDay(step.ClosedAt!.Value),
            CreatedAt = step.ClosedAt,
            Confidentiality = words["Silence.Readers." + (step.Form == StepForms.Committee ? "Committee" : "AskingSide")],
            Layout = PageLayout.Sheet,
            NumberHeadings = false,
            CoverFacts =
            [
                new Fact(words["Institution"], heading.Subtitle),
                .. minutes.Mission is { } mission ? new[] { new Fact(words["Mission"], words.Amount(mission)) } : [],
                new Fact(words["Silence.Opened"], Moment(step.OpenedAt)),
                new Fact(words["Silence.Until"], step.DueAt is { } dueAt ? Moment(dueAt) : "–"),
                new Fact(words["Silence.Closed"], Moment(step.ClosedAt.Value)),
            ],
            Blocks = [.. Question(), .. Spoke(), .. Silent(), .. Result()],
        };
    }

    private IEnumerable<Block> Question() =>
    [
        new Heading(1, words["Silence.Question"]),
        .. minutes.Experts.Count == 0
            ? [new Paragraph($"{words["Silence.Question." + step.Form]} {words["Silence.Rule." + step.Form]}")]
            : new Block[]
            {
                new Paragraph(words["Silence.Question." + step.Form]),
                new BulletList([.. minutes.Experts.Select(expert => (ListItem)expert)]),
                new Paragraph(words["Silence.Rule." + step.Form]),
            },
    ];

    private IEnumerable<Block> Spoke()
    {
        List<WorkItem> spoke = [.. step.Items.Where(item => item.Outcome is not null).OrderBy(item => item.ClosedAt)];
        return
        [
            new Heading(1, words["Silence.Spoke"]),
            spoke.Count == 0
                ? new Paragraph(words["Silence.Nobody"])
                : new Table(
                    [new(words["Silence.Who"], 1.6), new(words["Silence.When"], 1.3), new(words["Silence.Answer"], 1), new(words["Silence.Words"], 2)],
                    [.. spoke.Select(RichText[] (item) => [Who(item), Moment(item.ClosedAt!.Value), Messages.Text("Outcome." + item.Outcome, words.Language), Said(item)])]),
        ];
    }

    private IEnumerable<Block> Silent()
    {
        List<string> silent = [.. step.Items.Where(item => item.Outcome is null).Select(Who).Distinct()];
        return
        [
            new Heading(1, words["Silence.Silent"]),
            silent.Count == 0 ? new Paragraph(words["Silence.Nobody"]) : new BulletList([.. silent.Select(who => (ListItem)who)]),
        ];
    }

    /// <summary>Silence is said to be silence; an objection, or everybody's word, ended it before its time.</summary>
    private IEnumerable<Block> Result() =>
    [
        new Heading(1, words["Silence.Result"]),
        new Paragraph($"{words[$"Silence.End.{(step.IsAutomatic ? "Silence" : "Word")}"]} {words[$"Silence.Result.{step.Form}.{step.Outcome}"]}"),
    ];

    private string Who(WorkItem item)
    {
        var name = item.ClosedByName is { } by && item.Outcome is not null ? DoneBy.Of(by, item.ClosedForName, words.Language)
            : item.PersonId is { } person && minutes.Names.TryGetValue(person, out var known) ? known : words["Silence.NoHolder"];
        var place = item.Country is { } code ? data.Country(code)?.Name(words.Language) ?? code : null;
        return string.Join(", ", new[] { name, words.Name(item.Role), place }.OfType<string>());
    }

    /// <summary>Their words, as they wrote them.</summary>
    private static RichText Said(WorkItem item) => DocumentWords.OrDash(item.Answer is { } answer ? CoreJson.Read<CommentOnly>(answer).Comment : null);

    private string Moment(DateTime instant)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(instant, step.Zone);
        return words.Text("Silence.Moment", words.Day(DateOnly.FromDateTime(local)), local.ToString(words.IsFrench ? "H\u00A0'h'\u00A0mm" : "HH:mm", CultureInfo.InvariantCulture), step.Zone.Id);
    }

    private sealed record CommentOnly
    {
        public string? Comment { get; init; }
    }
}
