using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Strategy;

/// <summary>The cases behind one of the committee's figures.</summary>
public sealed record StrategyCasesInput : StrategyFilter
{
    /// <summary>An objective of the framework; those that map to it count too.</summary>
    [StringLength(ReferenceInput.CodeMost)]
    public string? Objective { get; init; }

    public CaseState? State { get; init; }

    /// <summary>Open or completed: what covers something.</summary>
    public bool Counting { get; init; }

    /// <summary>Open now, whenever submitted, instead of submitted in the period.</summary>
    public bool OpenNow { get; init; }

    [StringLength(20)]
    public string? Stage { get; init; }

    [StringLength(20)]
    public string? Result { get; init; }

    public bool LateOnly { get; init; }

    public bool LeastDeveloped { get; init; }

    /// <summary>Those without an objective that maps to the framework.</summary>
    public bool Unmapped { get; init; }

    [Range(1, 100)]
    public int PageSize { get; init; } = 25;

    [StringLength(400)]
    public string? After { get; init; }
}

public sealed record StrategyCaseRow(Guid Id, string Reference, LangText Title, string? Country, IReadOnlyList<string> Objectives, string Stage, RequestStatus Status, string? Result, DateTime SubmittedAt);

/// <summary>The cases behind a figure, counted by the same rules, the newest first.</summary>
public sealed class ListStrategyCases(TechAssistDb db, StrategyScope scope)
{
    public async Task<Page<StrategyCaseRow>> ExecuteAsync(StrategyCasesInput input, Actor actor, CancellationToken cancellationToken)
    {
        var window = await scope.OfAsync(input, actor, cancellationToken);
        var cases = Filter(input.OpenNow ? window.Open : window.Cases, input, window);
        if (PageMark.Read(input.After) is var (_, id))
        {
            cases = cases.Where(request => request.Id.CompareTo(id) < 0);
        }

        var rows = await cases.OrderByDescending(request => request.Id).Take(input.PageSize + 1)
            .Select(request => new StrategyCaseRow(
                request.Id, request.Reference!, new LangText(request.TitleFr, request.TitleEn), request.Country, request.Objectives.Select(row => row.Code).ToList(), request.Stage,
                request.Status, request.Result, request.SubmittedAt!.Value))
            .ToListAsync(cancellationToken);
        return Page.Of(rows, input.PageSize, row => new PageMark("", row.Id), row => row);
    }

    private IQueryable<AssistanceRequest> Filter(IQueryable<AssistanceRequest> cases, StrategyCasesInput input, StrategyWindow window)
    {
        cases = input.State switch
        {
            CaseState.Open => cases.Where(request => request.ClosedAt == null),
            CaseState.Completed => cases.Where(request => request.ClosedAt != null && request.Result == StrategyCases.Completed),
            CaseState.Ended => cases.Where(request => request.ClosedAt != null && request.Result != StrategyCases.Completed),
            _ => cases,
        };
        if (input.Counting || input.LeastDeveloped || input.Unmapped)
        {
            cases = cases.Where(request => request.ClosedAt == null || request.Result == StrategyCases.Completed);
        }

        if (Blank.ToNull(input.Objective) is { } objective)
        {
            var sources = window.Map.Sources(objective);
            cases = cases.Where(request => request.Objectives.Any(row => sources.Contains(row.Code)));
        }

        if (input.Unmapped)
        {
            var known = window.Map.All;
            cases = cases.Where(request => !request.Objectives.Any(row => known.Contains(row.Code)));
        }

        if (input.LeastDeveloped)
        {
            var codes = window.Data.Rows.Countries.Where(country => country.IsLeastDeveloped).Select(country => country.Code).ToList();
            cases = cases.Where(request => codes.Contains(request.Country!));
        }

        return ByProgress(cases, input, window.Now);
    }

    private IQueryable<AssistanceRequest> ByProgress(IQueryable<AssistanceRequest> cases, StrategyCasesInput input, DateTime now)
    {
        if (Blank.ToNull(input.Stage) is { } stage)
        {
            cases = cases.Where(request => request.Stage == stage);
        }

        if (Blank.ToNull(input.Result) is { } result)
        {
            cases = cases.Where(request => request.Result == result);
        }

        return input.LateOnly
            ? cases.Where(request => request.Status == RequestStatus.Open && db.Steps.Any(step => step.RequestId == request.Id && step.ClosedAt == null && step.DueAt < now))
            : cases;
    }
}
