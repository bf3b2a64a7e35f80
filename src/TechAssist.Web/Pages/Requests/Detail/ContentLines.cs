using TechAssist.Core;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Detail;

/// <summary>A heading of the request with what stands under it.</summary>
public sealed record ContentGroup(string Key, IReadOnlyList<ContentLine> Lines);

/// <summary>One answer: a plain text, or one in the languages it was written in.</summary>
public sealed record ContentLine(string Key, string Text, WrittenText? Both = null);

/// <summary>A text in the reader's language where there is one, with the other language beside it.</summary>
public sealed record WrittenText(LangText Text, string Language, string? OtherLanguage, string? Other)
{
    public static WrittenText Of(LangText text)
    {
        var (mine, other) = Languages.Current == "fr" ? ("fr", "en") : ("en", "fr");
        var (first, second) = mine == "fr" ? (text.Fr, text.En) : (text.En, text.Fr);
        return string.IsNullOrWhiteSpace(first)
            ? new WrittenText(text, other, null, null)
            : new WrittenText(text, mine, string.IsNullOrWhiteSpace(second) ? null : other, string.IsNullOrWhiteSpace(second) ? null : second.Trim());
    }

    public string In(string language) => Text.In(language);
}

/// <summary>The request as lines to read; what was left empty is left out.</summary>
public sealed class ContentLines(Texts texts, ReferenceSnapshot data)
{
    private static string Language => Languages.Current;

    public IReadOnlyList<ContentGroup> Of(RequestView view)
    {
        var content = view.Content;
        return
        [
            new("who", Some(
                Line("countries", string.Join(", ", content.Countries.Select(code => data.Country(code)?.Name(Language) ?? code))),
                Line("institution", content.Institution.Name), Line("institutionType", Named(content.Institution.Type)), Line("unit", content.Institution.Unit),
                Line("contact", Lines(content.Contact.Name, content.Contact.Title, Email(view), content.Contact.Phone)),
                Line("coRequesters", Lines([.. content.CoRequesters])), Line("channel", Named<RequestChannel>(content.Channel)))),
            new("what", Some(
                Line("title", content.Title), Line("theme", data.Theme(content.Theme)?.Name(Language)),
                Line("otherThemes", Lines([.. content.OtherThemes.Select(code => data.Theme(code)?.Name(Language) ?? code)])),
                Line("objectives", Lines([.. content.Objectives.Select(code => data.Objective(code) is { } row ? $"{row.ShortCode} {row.Name(Language)}" : code)])),
                Line("assistanceTypes", Lines([.. content.AssistanceTypes.Select(code => data.AssistanceType(code)?.Name(Language) ?? code)])),
                Line("problem", content.Problem), Line("objective", content.Objective), Line("results", string.Join("\n\n", content.Results.Select(Say))))),
            new("urgency", Some(
                Line("event", content.Urgency?.Event), Line("eventOn", Day(content.Urgency?.EventOn)), Line("consequence", content.Urgency?.Consequence),
                Line("authority", content.Urgency?.Authority))),
            new("context", Some(
                Line("policyLink", content.PolicyLink), Line("needsAssessment", Said(content.NeedsAssessment)),
                Line("otherEfforts", content.NoOtherEfforts ? texts["Content.none"] : Lines([.. content.OtherEfforts.Select(Say)])),
                Line("genderAndRights", content.GenderAndRights), Line("sustainability", content.Sustainability))),
            new("host", Some(
                Line("beneficiaries", content.Beneficiaries.Institutions), Line("women", Number(content.Beneficiaries.Women)), Line("men", Number(content.Beneficiaries.Men)),
                Line("level", content.Beneficiaries.Level), Line("counterpartTeam", content.Absorption.CounterpartTeam), Line("counterpartTime", content.Absorption.CounterpartTime),
                Line("offered", Offered(content.Absorption)))),
            new("when", Some(
                Line("periods", Lines([.. content.Periods.Select(Say)])), Line("latestOn", Day(content.LatestOn)), Line("blockedPeriods", Lines([.. content.BlockedPeriods.Select(Say)])),
                Line("places", content.Places), Line("security", content.Security))),
            new("experts", Some(
                Line("workingLanguages", string.Join(", ", content.WorkingLanguages.Select(LanguageName))), Line("expertProfile", content.ExpertProfile),
                Line("expertSuggestions", view.IsInFull ? content.ExpertSuggestions : null))),
            new("terms", Some(
                Line("confidentiality", Named<Confidentiality>(content.Confidentiality)), Line("confidentialityReason", content.ConfidentialityReason), Line("commitments", Promised(content.Commitments)))),
        ];
    }

    private static ContentLine? Line(string key, string? text) => string.IsNullOrWhiteSpace(text) ? null : new ContentLine(key, text.Trim());

    private static ContentLine? Line(string key, LangText text) => text.IsEmpty ? null : new ContentLine(key, "", WrittenText.Of(text));

    private static List<ContentLine> Some(params ReadOnlySpan<ContentLine?> lines)
    {
        var some = new List<ContentLine>();
        foreach (var line in lines)
        {
            if (line is not null)
            {
                some.Add(line);
            }
        }

        return some;
    }

    private static string Lines(params string?[] parts) => string.Join("\n", parts.Where(part => !string.IsNullOrWhiteSpace(part)));

    private string? Named<T>(T? value)
        where T : struct, Enum => value is { } given ? texts[$"Content.{typeof(T).Name}.{given}"] : null;

    private string? Said(bool? given) => given is { } yes ? texts[yes ? "Form.Yes" : "Form.No"] : null;

    /// <summary>The contact's address, and whether somebody who reads it said so; a draft has asked nobody yet.</summary>
    private string? Email(RequestView view) =>
        view.Content.Contact.Email is not { Length: > 0 } email || view.SubmittedAt is null
            ? view.Content.Contact.Email
            : texts[view.ContactConfirmedAt is null ? "Contact.Unconfirmed" : "Contact.Confirmed", email];

    private static string? Number(int? number) => number?.ToString("N0", Languages.Culture(Language));

    private static string? Day(DateOnly? day) => day?.ToString("d MMMM yyyy", Languages.Culture(Language));

    private string Say(Period period) => texts["Content.fromTo", Day(period.From) ?? "…", Day(period.To) ?? "…"];

    private string Say(ExpectedResult result) => Lines(
        result.Result,
        result.Indicator is null ? null : $"{texts["Content.indicator"]} {result.Indicator}",
        result.Baseline is null && result.Target is null ? null : $"{result.Baseline ?? "…"} → {result.Target ?? "…"}");

    private static string Say(OtherEffort effort) => string.Join(", ", new[] { effort.Partner, effort.Subject, effort.Dates, effort.Status }.Where(part => !string.IsNullOrWhiteSpace(part)));

    private string Offered(Absorption host) => string.Join(", ", new[]
    {
        host.WorkingSpace ? texts["Content.workingSpace"] : null, host.Interpretation ? texts["Content.interpretation"] : null, host.Equipment ? texts["Content.equipment"] : null,
    }.OfType<string>());

    private string Promised(Commitments promised) => Lines(
        promised.Host ? texts["Content.promise.host"] : null, promised.Evaluate ? texts["Content.promise.evaluate"] : null, promised.Publish ? texts["Content.promise.publish"] : null);

    private static string LanguageName(string code)
    {
        var key = "Document.Language." + code;
        return Messages.All.Has(key) ? Messages.Text(key, Language) : code;
    }
}
