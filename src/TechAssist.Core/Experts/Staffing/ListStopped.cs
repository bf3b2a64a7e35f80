using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Staffing;

public sealed record ListStoppedInput(int Seat, HardFilters Filter)
{
    [Range(1, 100)]
    public int PageSize { get; init; } = 25;

    /// <summary>The mark the page before gave.</summary>
    [StringLength(1200)]
    public string? After { get; init; }
}

/// <summary>Somebody a filter stops, with every filter that does, and what was said about it.</summary>
public sealed record StoppedRow(Candidate Candidate, HardFilters Failed, IReadOnlyList<RulingLine> Rulings);

public sealed record RulingLine(HardFilters Filter, RulingKind Kind, string Reason, string ByName, DateTime At);

public sealed record StoppedPage(Seat Seat, Page<StoppedRow> People);

/// <summary>Why not: the people one filter stops, by name. The secretariat's question.</summary>
public sealed class ListStopped(TechAssistDb db, FindMatches findMatches)
{
    public async Task<StoppedPage> ExecuteAsync(Guid requestId, ListStoppedInput input, Actor actor, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input);
        var (seats, snapshot) = await findMatches.SeatsAsync(requestId, actor, cancellationToken);
        var seat = seats.ElementAtOrDefault(input.Seat) ?? seats[0];
        var stopped = Matcher.Stopped(snapshot.After(PageMark.Read(input.After)), seat, input.Filter).Take(input.PageSize + 1).ToList();
        Guid[] ids = [.. stopped.Select(row => row.Candidate.Id)];
        var rulings = (await db.ConflictRulings.AsNoTracking()
            .Where(ruling => ruling.RequestId == requestId && ids.Contains(ruling.ExpertId))
            .OrderBy(ruling => ruling.At)
            .ToListAsync(cancellationToken)).ToLookup(ruling => ruling.ExpertId);
        return new StoppedPage(seat, Page.Of(
            stopped,
            input.PageSize,
            row => new PageMark(row.Candidate.SortName, row.Candidate.Id),
            row => new StoppedRow(row.Candidate, row.Failed, [.. rulings[row.Candidate.Id].Select(ruling => new RulingLine(ruling.Filter, ruling.Kind, ruling.Reason, DoneBy.Of(ruling.ByName, ruling.ForName, Languages.Current), ruling.At))])));
    }
}
