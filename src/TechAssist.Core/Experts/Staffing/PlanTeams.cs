using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Staffing;

/// <summary>A running case with seats that nobody has accepted yet.</summary>
public sealed record OpenCase(Guid Id, string Reference, LangText Title, string Stage);

/// <summary>A plan with the cases its seats belong to.</summary>
public sealed record TeamsPlanned(TeamPlan Plan, IReadOnlyDictionary<Guid, OpenCase> Cases);

public sealed record PlanTeamsInput([property: MaxLength(PlanTeams.MostCases)] IReadOnlyList<Guid> Cases);

/// <summary>Fills the open seats of several cases at once. The secretariat's question; nothing is changed.</summary>
public sealed class PlanTeams(TechAssistDb db, FindMatches findMatches, GetWeights getWeights)
{
    public const int MostCases = 50;

    /// <summary>How long the search may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    private static readonly string[] Stages = ["terms", "mobilisation"];

    private static readonly NominationStatus[] Taken = [NominationStatus.Accepted, NominationStatus.Selected, NominationStatus.Confirmed];

    /// <summary>The cases whose experts are looked for, the oldest first.</summary>
    public async Task<IReadOnlyList<OpenCase>> CasesAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.RequireSecretariat();
        return await db.Requests.VisibleTo(actor).AsNoTracking()
            .Where(request => request.Status == RequestStatus.Open && Stages.Contains(request.Stage) && db.Terms.Any(terms => terms.RequestId == request.Id))
            .OrderBy(request => request.SubmittedAt).ThenBy(request => request.Id)
            .Take(MostCases)
            .Select(request => new OpenCase(request.Id, request.Reference!, new LangText(request.TitleFr, request.TitleEn), request.Stage))
            .ToListAsync(cancellationToken);
    }

    public async Task<TeamsPlanned> ExecuteAsync(PlanTeamsInput input, Actor actor, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input);
        var cases = (await CasesAsync(actor, cancellationToken)).Where(open => input.Cases.Contains(open.Id)).ToDictionary(open => open.Id);
        var ids = cases.Keys.ToList();
        var taken = await db.Nominations.AsNoTracking()
            .Where(nomination => ids.Contains(nomination.RequestId) && nomination.EndedAt == null && Taken.Contains(nomination.Status))
            .Select(nomination => new { nomination.RequestId, nomination.Role })
            .ToListAsync(cancellationToken);
        var open = new List<Seat>();
        RosterSnapshot? roster = null;
        foreach (var id in ids)
        {
            (var seats, roster) = await findMatches.SeatsAsync(id, actor, cancellationToken);
            open.AddRange(seats.Where(seat => !taken.Exists(one => one.RequestId == id && seat.IsFor(one.Role))));
        }

        var weights = (await getWeights.ExecuteAsync(cancellationToken)).Weights;
        return new TeamsPlanned(Assignment.Find(open, roster?.Candidates ?? [], weights, Limit, cancellationToken), cases);
    }
}
