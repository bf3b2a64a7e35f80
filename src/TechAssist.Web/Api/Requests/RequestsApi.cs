using System.ComponentModel;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Audit;
using TechAssist.Core.Requests;
using TechAssist.Web.Api.Description;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Api.Requests;

/// <summary>Which requests to list.</summary>
public sealed record ListRequestsQuery(
    [property: Description("One status; drafts are never listed.")] string? Status,
    [property: Description("One stage of the process.")] string? Stage,
    [property: Description("Lead or further country, ISO 3166-1 alpha-2.")] string? Country,
    [property: Description("Main theme, T1 to T4.")] string? Theme,
    string? Track,
    [property: Description("Part of the title in either language, or of the reference.")] string? Q,
    [property: Description("true: with a step past its due time; false: without.")] string? Late,
    [property: Description("1 to 100; 25 when not given.")] string? PageSize,
    [property: Description("The `after` of the page before.")] string? After);

public static class RequestsApi
{
    public const string IdempotencyKey = "Idempotency-Key";

    private static readonly string[] Statuses = ["open", "onHold", "suspended", "closed"];

    public static void MapRequests(this IEndpointRouteBuilder api)
    {
        var requests = api.MapGroup("/requests").WithTags("Requests");
        requests.MapPost("", SubmitAsync).WithName("SubmitRequest").WithSummary("Submit a request")
            .WithDescription("Checks the whole request, gives it its reference and starts its process, at once or not at all. "
                + "With an Idempotency-Key the call may be repeated: the same key with the same content answers the same body, with 200 instead of 201.")
            .Produces<SubmittedRequest>(StatusCodes.Status201Created).Produces<SubmittedRequest>()
            .Refuses(409, 413, 415, 422);
        requests.MapGet("", ListAsync).WithName("ListRequests").WithSummary("List requests")
            .WithDescription("Those the token's owner may see, newest first.").Refuses();
        requests.MapGet("/{reference}", GetAsync).WithName("GetRequest").WithSummary("Read a request")
            .WithDescription("What was asked, where it stands, who acts next and until when.").Refuses(404);
        requests.MapGet("/{reference}/timeline", TimelineAsync).WithName("GetTimeline").WithSummary("Read the history of a request")
            .WithDescription("Newest first. Lines internal to the secretariat are shown to the secretariat and the auditor only.").Refuses(404);
    }

    private static async Task<IResult> SubmitAsync(
        JsonBody<RequestContent> body, [FromHeader(Name = IdempotencyKey)] string? idempotencyKey, SubmitRequestOnce submitRequest, CurrentActor current,
        HttpResponse response, CancellationToken cancellationToken)
    {
        var actor = await current.GetAsync(cancellationToken);
        var once = await submitRequest.ExecuteAsync(body.Value, idempotencyKey, request => CoreJson.Write(SubmittedRequest.From(request)), actor, cancellationToken);
        response.Headers.Location = CoreJson.Read<SubmittedRequest>(once.Answer).Links.Self;
        return Results.Text(once.Answer, "application/json", Encoding.UTF8, once.IsRepeat ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    private static async Task<Ok<ListAnswer<RequestLine>>> ListAsync(
        [AsParameters] ListRequestsQuery query, ListRequests listRequests, CurrentActor current, CancellationToken cancellationToken)
    {
        var page = await listRequests.ExecuteAsync(Read(query), await current.GetAsync(cancellationToken), cancellationToken);
        return TypedResults.Ok(ListAnswer.From(page, RequestLine.From));
    }

    private static ListRequestsInput Read(ListRequestsQuery query)
    {
        var values = new Query();
        var input = new ListRequestsInput
        {
            Status = values.Choice("status", query.Status, Statuses) is { } status ? Enum.Parse<RequestStatus>(status, ignoreCase: true) : null,
            Stage = values.Choice("stage", query.Stage, Stages.All),
            Country = query.Country,
            Theme = query.Theme,
            Track = values.Choice<Track>("track", query.Track),
            Text = query.Q,
            Late = values.YesNo("late", query.Late),
            PageSize = values.Whole("pageSize", query.PageSize) ?? 25,
            After = query.After,
        };
        values.ThrowIfWrong();
        return input;
    }

    private static async Task<Ok<RequestAnswer>> GetAsync(string reference, GetRequest getRequest, CurrentActor current, CancellationToken cancellationToken)
    {
        var view = await getRequest.ExecuteAsync(reference, Languages.Current, await current.GetAsync(cancellationToken), cancellationToken);
        return TypedResults.Ok(RequestAnswer.From(view));
    }

    private static async Task<Ok<ListAnswer<TimelineAnswer>>> TimelineAsync(
        string reference, string? pageSize, string? after, GetRequest getRequest, ListTimeline listTimeline, CurrentActor current, CancellationToken cancellationToken)
    {
        var values = new Query();
        var page = values.Page(pageSize, after);
        values.ThrowIfWrong();
        var actor = await current.GetAsync(cancellationToken);
        var id = await getRequest.FindIdAsync(reference, actor, cancellationToken);
        var lines = await listTimeline.ExecuteAsync(id, page, Languages.Current, actor, cancellationToken);
        return TypedResults.Ok(ListAnswer.From(lines, line => TimelineAnswer.From(line, Languages.Current)));
    }
}
