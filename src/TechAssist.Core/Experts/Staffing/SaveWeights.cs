using TechAssist.Core.Audit;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Staffing;

public sealed record SaveWeightsInput(Weights Weights, int Version);

/// <summary>Changes how much each part of a score counts. The administrator's act.</summary>
public sealed class SaveWeights(TechAssistDb db, GetWeights getWeights, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="InvalidInputException">A weight out of range, or together not 100 (<c>weights-not-100</c>).</exception>
    /// <exception cref="RuleException"><c>stale</c>: somebody saved meanwhile.</exception>
    public async Task ExecuteAsync(SaveWeightsInput input, Actor actor, CancellationToken cancellationToken)
    {
        actor.Require(actor.Has(Role.Administrator));
        InputCheck.ThrowIfInvalid(input, TotalErrors(input.Weights));
        var now = clock.GetUtcNow().UtcDateTime;
        var before = await getWeights.ExecuteAsync(cancellationToken);
        if (before.Version != input.Version)
        {
            throw new RuleException("stale");
        }

        db.MatchingWeights.Add(MatchingWeights.Next(before.Version + 1, input.Weights, actor, now));
        var line = new TimelineLine("matching-weights") { Values = new Dictionary<string, string> { ["before"] = Text(before.Weights), ["after"] = Text(input.Weights) } };
        await timeline.AddAsync(null, line, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    public static IEnumerable<FieldError> TotalErrors(Weights weights) =>
        weights.Sum() == Weights.Total ? [] : [new FieldError("weights", "weights-not-100", weights.Sum())];

    private static string Text(Weights weights) => string.Join(' ', Enum.GetValues<ScorePart>().Select(weights.Of));
}
