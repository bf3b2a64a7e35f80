using TechAssist.Core;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Draft;

/// <summary>One line of "check your answers": the field as errors call it, its label, and what was answered.</summary>
public sealed record AnswerRow(string Field, string Label, IReadOnlyList<string> Lines);

/// <summary>What was answered on a page of the journey, in words.</summary>
public sealed class Answers
{
    private readonly RequestContent content;
    private readonly ReferenceSnapshot reference;
    private readonly Texts words;
    private readonly string language = Languages.Current;
    private readonly List<AnswerRow> rows = [];

    private Answers(RequestContent content, ReferenceSnapshot reference, Texts words) => (this.content, this.reference, this.words) = (content, reference, words);

    private bool IsShort => Journey.IsShort(content);

    public static IReadOnlyList<AnswerRow> Of(JourneySection section, RequestContent content, ReferenceSnapshot reference, Texts words)
    {
        var answers = new Answers(content, reference, words);
        answers.Write(section.Key);
        return answers.rows;
    }

    private void Write(string section)
    {
        switch (section)
        {
            case "kind": WriteKind(); break;
            case "who": WriteWho(); break;
            case "what": WriteWhat(); break;
            case "why": WriteWhy(); break;
            case "urgency": WriteUrgency(content.Urgency ?? new Urgency()); break;
            case "when": WriteWhen(); break;
            case "hosting": WriteHosting(); break;
            case "safeguards": WriteSafeguards(); break;
        }
    }

    private void WriteKind()
    {
        if (content.Channel != RequestChannel.Web)
        {
            Add("channel", Word("channel", content.Channel));
        }

        Add("track", Word("track", content.Track));
        Add("country", Country(content.Country));
        if (content.OtherCountries.Count > 0)
        {
            Add("otherCountries", [.. content.OtherCountries.Select(Country)]);
        }
    }

    private void WriteWho()
    {
        Add("institution.name", content.Institution.Name);
        Add("institution.type", content.Institution.Type is { } type ? Word("institution.type", type) : null);
        Long("institution.unit", content.Institution.Unit);
        Add("contact.name", content.Contact.Name);
        Add("contact.title", content.Contact.Title);
        Add("contact.email", content.Contact.Email);
        Add("contact.phone", content.Contact.Phone);
        Add("contact.language", content.Contact.Language is { } spoken ? words["Draft.language." + spoken] : null);
        if (!IsShort)
        {
            Add("coRequesters", [.. content.CoRequesters]);
        }
    }

    private void WriteWhat()
    {
        Both("title", content.Title);
        Add("theme", reference.Theme(content.Theme)?.Name(language) ?? content.Theme);
        if (!IsShort)
        {
            Add("otherThemes", [.. content.OtherThemes.Select(code => reference.Theme(code)?.Name(language) ?? code)]);
            Add("objectives", [.. content.Objectives.Select(code => reference.Objective(code) is { } objective ? $"{objective.ShortCode} – {objective.Name(language)}" : code)]);
        }

        Add("assistanceTypes", [.. content.AssistanceTypes.Select(code => reference.AssistanceType(code)?.Name(language) ?? code)]);
    }

    private void WriteWhy()
    {
        Both("problem", content.Problem);
        Both("objective", content.Objective);
        if (IsShort)
        {
            return;
        }

        Add("results", [.. content.Results.Select(row => Line(row.Result,
            (words["Draft.results.indicator"], row.Indicator), (words["Draft.results.baseline"], row.Baseline), (words["Draft.results.target"], row.Target)))]);
        Add("policyLink", content.PolicyLink);
        Add("needsAssessment", content.NeedsAssessment is { } has ? words[has ? "Form.Yes" : "Form.No"] : null);
        Add("otherEfforts", content.NoOtherEfforts && content.OtherEfforts.Count == 0
            ? [words["Draft.noOtherEfforts"]]
            : [.. content.OtherEfforts.Select(row => Line(row.Partner, (null, row.Subject), (null, row.Dates), (null, row.Status)))]);
    }

    private void WriteUrgency(Urgency urgency)
    {
        Add("urgency.event", urgency.Event);
        Add("urgency.eventOn", Day(urgency.EventOn));
        Add("urgency.consequence", urgency.Consequence);
        Add("urgency.authority", urgency.Authority);
    }

    private void WriteWhen()
    {
        if (!IsShort || content.Periods.Count > 0)
        {
            Add("periods", Periods(content.Periods));
        }

        Add("latestOn", Day(content.LatestOn));
        if (!IsShort || content.BlockedPeriods.Count > 0)
        {
            Add("blockedPeriods", Periods(content.BlockedPeriods));
        }

        Add("places", content.Places);
        Add("security", content.Security);
        Add("workingLanguages", [.. content.WorkingLanguages.Select(code => words["Draft.language." + code])]);
    }

    private void WriteHosting()
    {
        var (people, host) = (content.Beneficiaries, content.Absorption);
        Add("beneficiaries.institutions", people.Institutions);
        Add("beneficiaries.women", people.Women?.ToString("N0", Languages.Culture(language)));
        Add("beneficiaries.men", people.Men?.ToString("N0", Languages.Culture(language)));
        Add("beneficiaries.level", people.Level);
        Add("absorption.counterpartTeam", host.CounterpartTeam);
        Add("absorption.counterpartTime", host.CounterpartTime);
        var given = new[] { (host.WorkingSpace, "workingSpace"), (host.Interpretation, "interpretation"), (host.Equipment, "equipment") };
        rows.Add(new AnswerRow("absorption.workingSpace", words["Draft.absorption.provides"],
            [.. given.Where(one => one.Item1).Select(one => words["Draft.absorption." + one.Item2])]));
        Add("expertProfile", content.ExpertProfile);
        Add("expertSuggestions", content.ExpertSuggestions);
    }

    private void WriteSafeguards()
    {
        Add("genderAndRights", content.GenderAndRights);
        Add("sustainability", content.Sustainability);
        Add("confidentiality", Word("confidentiality", content.Confidentiality));
        Add("confidentialityReason", content.ConfidentialityReason);
    }

    private void Add(string field, params string?[] lines) =>
        rows.Add(new AnswerRow(field, words["Draft." + field], [.. lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line!.Trim())]));

    /// <summary>Only the full form asks for it.</summary>
    private void Long(string field, string? line)
    {
        if (!IsShort)
        {
            Add(field, line);
        }
    }

    /// <summary>Both languages where both were written, the reader's first.</summary>
    private void Both(string field, LangText text)
    {
        if (string.IsNullOrWhiteSpace(text.Fr) || string.IsNullOrWhiteSpace(text.En))
        {
            Add(field, text.In(language));
            return;
        }

        var other = language == "fr" ? "en" : "fr";
        Add(field, text.In(language), $"{words["Draft.language." + other]}{words["Draft.Colon"]}{text.In(other)}");
    }

    private string Word<T>(string field, T value)
        where T : struct, Enum => words[$"Draft.{field}.{value}"];

    private string? Country(string? code) => reference.Country(code)?.Name(language) ?? code;

    private string? Day(DateOnly? day) => day?.ToString("d MMMM yyyy", Languages.Culture(language));

    private string?[] Periods(IReadOnlyList<Period> periods) =>
        [.. periods.Select(period => words["Draft.periods.Span", Day(period.From) ?? "…", Day(period.To) ?? "…"])];

    private string Line(string? first, params (string? Label, string? Value)[] more)
    {
        var parts = more.Where(part => !string.IsNullOrWhiteSpace(part.Value)).Select(part => part.Label is null ? part.Value! : $"{part.Label}{words["Draft.Colon"]}{part.Value}");
        return string.Join(" · ", parts.Prepend(string.IsNullOrWhiteSpace(first) ? "…" : first));
    }
}
