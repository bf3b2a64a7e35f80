using System.ComponentModel.DataAnnotations;
using System.Numerics;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.People;
using TechAssist.Core.People.Substitutes;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Staffing;

public sealed record RuleOnConflictInput(Guid ExpertId, HardFilters Filter, RulingKind Kind)
{
    [Required(ErrorMessage = "reason-required"), StringLength(4000)]
    public string Reason { get; init; } = "";
}

/// <summary>Notes a conflict or an exclusion, waives a conflict, or takes either back. Noting is the secretariat's;
/// waiving, and taking a waiver back, the coordinator's.</summary>
public sealed class RuleOnConflict(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>not-waivable</c>: no conflict of interest; <c>not-allowed</c>: not the coordinator.</exception>
    public async Task ExecuteAsync(Guid requestId, RuleOnConflictInput input, Actor actor, CancellationToken cancellationToken)
    {
        var request = await db.FindCaseAsync(requestId, actor, cancellationToken);
        actor.RequireSecretariat();
        request.RequireRunning();
        actor = input.Kind == RulingKind.Noted ? actor : actor.ActingWhere(person => person.HasAny(Roles.Steering));
        actor.Require(input.Kind == RulingKind.Noted || actor.HasAny(Roles.Steering));
        await OwnWork.RefuseInterestAsync(db, requestId, actor, cancellationToken);
        InputCheck.ThrowIfInvalid(input);
        var isPossible = input.Kind switch
        {
            RulingKind.Noted => IsOneOf(input.Filter, HardFilterSets.Noted),
            RulingKind.Waived => IsOneOf(input.Filter, HardFilterSets.Conflicts),
            RulingKind.Withdrawn => IsOneOf(input.Filter, HardFilterSets.Noted | HardFilterSets.Conflicts),
            _ => false,
        };
        if (!isPossible)
        {
            throw new RuleException("not-waivable");
        }

        var expert = await db.Experts.VisibleTo(actor).SingleOrDefaultAsync(found => found.Id == input.ExpertId, cancellationToken)
            ?? throw new NotFoundException("The expert");
        var now = clock.GetUtcNow().UtcDateTime;
        db.ConflictRulings.Add(ConflictRuling.Of(requestId, expert.Id, input.Filter, input.Kind, input.Reason.Trim(), actor, now));
        var line = ExpertLine.Of(KindOf(input.Kind), expert);
        line = line with { Reason = input.Reason.Trim(), Values = new Dictionary<string, string>(line.Values) { ["filter"] = input.Filter.ToString() } };
        await timeline.AddAsync(requestId, line, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static string KindOf(RulingKind kind) => kind switch
    {
        RulingKind.Noted => "conflict-noted",
        RulingKind.Waived => "conflict-rule-waived",
        RulingKind.Withdrawn => "conflict-ruling-withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such ruling."),
    };

    private static bool IsOneOf(HardFilters filter, HardFilters set) => BitOperations.IsPow2((int)filter) && set.HasFlag(filter);
}
