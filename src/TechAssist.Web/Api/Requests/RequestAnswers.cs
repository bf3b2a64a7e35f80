using System.ComponentModel;
using TechAssist.Core;
using TechAssist.Core.Audit;
using TechAssist.Core.People;
using TechAssist.Core.Requests;

namespace TechAssist.Web.Api.Requests;

/// <summary>Where to go on from a request.</summary>
public sealed record RequestLinks(string Self, string Timeline, string Documents, string Attachments, string Report)
{
    public static RequestLinks To(string reference)
    {
        var self = Addresses.Request(reference);
        return new RequestLinks(self, self + "/timeline", self + "/documents", self + "/attachments", self + "/report");
    }
}

/// <summary>A request that was submitted, with the reference it got.</summary>
public sealed record SubmittedRequest(
    [property: Description("Given at submission, for good: TA, year, country, number.")] string Reference,
    RequestStatus Status, string Stage, Track Track,
    [property: Description("True when the national focal point sent it: their own request counts as endorsed.")] bool IsEndorsed,
    DateTime SubmittedAt, RequestLinks Links)
{
    public static SubmittedRequest From(AssistanceRequest request) => new(
        request.Reference!, request.Status, request.Stage, request.Track, request.EndorsedAt is not null, request.SubmittedAt!.Value, RequestLinks.To(request.Reference!));
}

/// <summary>One line of the list.</summary>
public sealed record RequestLine(
    string Reference, LangText Title, string? Country, IReadOnlyList<string> Countries, string? Theme, Track Track, RequestStatus Status, string Stage,
    [property: Description("How it ended; absent while it is open.")] string? Result,
    DateTime? SubmittedAt, [property: Description("The earliest due time of an open step.")] DateTime? DueAt, bool IsLate, string Self)
{
    public static RequestLine From(RequestRow row) => new(
        row.Reference!, new LangText(Filled(row.TitleFr), Filled(row.TitleEn)), row.Country, row.Countries, row.Theme, row.Track, row.Status, row.Stage,
        row.Result, row.SubmittedAt, row.DueAt, row.IsLate, Addresses.Request(row.Reference!));

    private static string? Filled(string text) => text.Length == 0 ? null : text;
}

/// <summary>A step that is open now: its name, who acts next, and until when.</summary>
public sealed record RequestStep(string Label, string Stage, IReadOnlyList<Role> Roles, DateTime OpenedAt, DateTime? DueAt, bool IsLate);

/// <summary>A request with what was asked and where it stands.</summary>
public sealed record RequestAnswer(
    string Reference, RequestStatus Status, string Stage, string? Result, Track Track, IReadOnlyList<string> Countries, DateTime? SubmittedAt,
    DateTime? EndorsedAt, DateTime? ClosedAt, DateOnly? HoldUntilOn, string? CaseOfficer, IReadOnlyList<RequestStep> Steps,
    [property: Description("As it was submitted; the contact only for those who have a part in the case.")] RequestContent Request, int Revision, RequestLinks Links)
{
    public static RequestAnswer From(RequestView view) => new(
        view.Reference!, view.Status, view.Stage, view.Result, view.Track, view.Countries, view.SubmittedAt, view.EndorsedAt, view.ClosedAt, view.HoldUntilOn,
        view.CaseOfficer, [.. view.Steps.Select(step => new RequestStep(step.Label, step.Stage, step.Roles, step.OpenedAt, step.DueAt, step.IsLate))],
        view.Content, view.Revision, RequestLinks.To(view.Reference!));
}

/// <summary>One line of the history.</summary>
public sealed record TimelineAnswer(
    [property: Description("Position in the case's history, from 1; the hash covers the line before.")] int Number, DateTime At, string By,
    [property: Description("What happened, such as submitted or step-answered.")] string Kind,
    [property: Description("The line as a sentence, in the language of the answer.")] string Text,
    [property: Description("Name of the step it is about.")] string? Step, IReadOnlyDictionary<string, string> Values, string? Reason, bool IsPublic, string Hash)
{
    public static TimelineAnswer From(TimelineRow row, string language) => new(
        row.Number, row.At, row.By, row.Kind, TimelineText.Sentence(row, language), row.Step, row.Values, row.Reason, row.IsPublic, row.Hash);
}

/// <summary>A page of a list.</summary>
public sealed record ListAnswer<T>(
    IReadOnlyList<T> Items, [property: Description("Give it as `after` for the next page; absent on the last one.")] string? After);

internal static class ListAnswer
{
    public static ListAnswer<T> From<TRow, T>(Page<TRow> page, Func<TRow, T> show) => new([.. page.Items.Select(show)], page.After);
}
