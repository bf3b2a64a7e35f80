using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Requests;

/// <summary>Which requests to list. What is left out does not filter.</summary>
public sealed record ListRequestsInput
{
    public RequestStatus? Status { get; init; }

    /// <summary>One of the stages of the process ("triage").</summary>
    [StringLength(20)]
    public string? Stage { get; init; }

    /// <summary>Lead or further country (ISO 3166-1 alpha-2).</summary>
    [StringLength(2)]
    public string? Country { get; init; }

    /// <summary>Main theme (T1 to T4).</summary>
    [StringLength(10)]
    public string? Theme { get; init; }

    public Track? Track { get; init; }

    /// <summary>Part of the title, in either language, or of the reference.</summary>
    [StringLength(200)]
    public string? Text { get; init; }

    /// <summary>Only those (or, when false, only those not) with an open step past its due time; none while it is on hold.</summary>
    public bool? Late { get; init; }

    [Range(1, 100)]
    public int PageSize { get; init; } = 25;

    /// <summary>The <see cref="Page{T}.After"/> of the page before.</summary>
    public string? After { get; init; }
}

public sealed record RequestRow(
    Guid Id, string? Reference, string TitleFr, string TitleEn, string? Country, IReadOnlyList<string> Countries, string? Theme, Track Track,
    RequestStatus Status, string Stage, string? Result, DateTime CreatedAt, DateTime? SubmittedAt, DateTime SavedAt, DateTime? DueAt, bool IsLate)
{
    public string Title(string language) => new LangText(TitleFr, TitleEn).In(language);
}

/// <summary>The requests an actor may see, newest first. Drafts only when they are asked for.</summary>
public sealed class ListRequests(TechAssistDb db, TimeProvider clock)
{
    public async Task<Page<RequestRow>> ExecuteAsync(ListRequestsInput input, Actor actor, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input);
        var now = clock.GetUtcNow().UtcDateTime;
        var requests = Filter(db.Requests.AsNoTracking().VisibleTo(actor), input);
        if (input.Late is { } late)
        {
            requests = requests.Where(request => late == (request.Status != RequestStatus.OnHold && request.Status != RequestStatus.Suspended && db.Steps.Any(step => step.RequestId == request.Id && step.ClosedAt == null && step.DueAt < now)));
        }

        if (PageMark.Read(input.After) is var (_, id))
        {
            requests = requests.Where(request => request.Id.CompareTo(id) < 0);
        }

        // Ids are made in the order of time, so that newest first is the primary key read backwards.
        var rows = await requests
            .OrderByDescending(request => request.Id)
            .Take(input.PageSize + 1)
            .Select(request => new RequestRow(
                request.Id, request.Reference, request.TitleFr, request.TitleEn, request.Country,
                request.Countries.Select(country => country.Country).ToList(), request.Theme, request.Track,
                request.Status, request.Stage, request.Result, request.CreatedAt, request.SubmittedAt, request.SavedAt,
                db.Steps.Where(step => step.RequestId == request.Id && step.ClosedAt == null).Min(step => step.DueAt),
                request.Status != RequestStatus.OnHold && request.Status != RequestStatus.Suspended && db.Steps.Any(step => step.RequestId == request.Id && step.ClosedAt == null && step.DueAt < now)))
            .ToListAsync(cancellationToken);
        return Page.Of(rows, input.PageSize, row => new PageMark("", row.Id), row => row);
    }

    private static IQueryable<AssistanceRequest> Filter(IQueryable<AssistanceRequest> requests, ListRequestsInput input)
    {
        requests = input.Status is { } status
            ? requests.Where(request => request.Status == status)
            : requests.Where(request => request.Status != RequestStatus.Draft);
        if (Blank.ToNull(input.Stage) is { } stage)
        {
            requests = requests.Where(request => request.Stage == stage);
        }

        if (Blank.ToNull(input.Country) is { } country)
        {
            requests = requests.Where(request => request.Countries.Any(one => one.Country == country));
        }

        if (Blank.ToNull(input.Theme) is { } theme)
        {
            requests = requests.Where(request => request.Theme == theme);
        }

        if (input.Track is { } track)
        {
            requests = requests.Where(request => request.Track == track);
        }

        return Blank.ToNull(input.Text) is { } text ? WithText(requests, text) : requests;
    }

#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL, which knows no culture.
    private static IQueryable<AssistanceRequest> WithText(IQueryable<AssistanceRequest> requests, string text)
    {
        var (upper, lower) = (text.ToUpperInvariant(), text.ToLowerInvariant());
        return requests.Where(request =>
            request.Reference!.Contains(upper) || request.TitleFr.ToLower().Contains(lower) || request.TitleEn.ToLower().Contains(lower));
    }
#pragma warning restore CA1304, CA1311, CA1862
}
