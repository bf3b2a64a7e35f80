using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission.Recommended;

public sealed record SupersedeInput(int Revision)
{
    /// <summary>The recommendation that takes its place.</summary>
    public Guid? ById { get; init; }

    [StringLength(4000)]
    public string? Comment { get; init; }
}

/// <summary>A recommendation that may take another one's place.</summary>
public sealed record Successor(Guid Id, string? Reference, int Number, LangText Text);

/// <summary>Says that another recommendation has taken the place of one: the asking side, or the secretariat.</summary>
public sealed class SupersedeRecommendation(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    internal const int MostOffered = 100;

    /// <exception cref="RuleException"><c>not-allowed</c>, <c>stale</c>.</exception>
    /// <exception cref="InvalidInputException">byId: required; not-a-choice: none that the actor sees, itself, or superseded too.</exception>
    public async Task ExecuteAsync(Guid id, SupersedeInput input, Actor actor, CancellationToken cancellationToken)
    {
        var recommendation = await db.FindRecommendationAsync(id, actor, cancellationToken);
        actor.Require(actor.IsSecretariat || actor.SpeaksForBeneficiary(recommendation.Request));
        InputCheck.ThrowIfInvalid(input, input.ById is null ? [new FieldError("byId", "required")] : []);
        if (recommendation.Revision != input.Revision)
        {
            throw new RuleException("stale");
        }

        var successor = await Offered(db, recommendation, recommendation.Request, actor).SingleOrDefaultAsync(row => row.Id == input.ById, cancellationToken)
            ?? throw new InvalidInputException("byId", "not-a-choice");
        var now = clock.GetUtcNow().UtcDateTime;
        recommendation.Supersede(successor, Blank.ToNull(input.Comment), actor, now);
        await timeline.AddAsync(recommendation.RequestId, await LineAsync(db, recommendation, successor, Blank.ToNull(input.Comment), cancellationToken), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Says in the history which one took its place.</summary>
    internal static async Task<TimelineLine> LineAsync(TechAssistDb db, Recommendation recommendation, Recommendation successor, string? comment, CancellationToken cancellationToken)
    {
        var line = RecommendationLine.Of("recommendation-superseded", recommendation, comment);
        return line with
        {
            Values = new Dictionary<string, string>(line.Values)
            {
                ["other"] = successor.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["reference"] = await db.Requests.Where(request => request.Id == successor.RequestId).Select(request => request.Reference).SingleAsync(cancellationToken) ?? "",
            },
        };
    }

    /// <summary>What may take its place: recommendations of its case and of other cases of its countries, the newest first.</summary>
    public async Task<IReadOnlyList<Successor>> OfferedAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var recommendation = await db.FindRecommendationAsync(id, actor, cancellationToken);
        return await Offered(db, recommendation, recommendation.Request, actor).OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Number).Take(MostOffered)
            .Select(row => new Successor(row.Id, row.Request.Reference, row.Number, row.Text)).ToListAsync(cancellationToken);
    }

    internal static IQueryable<Recommendation> Offered(TechAssistDb db, Recommendation recommendation, AssistanceRequest request, Actor actor) =>
        Standing(db, request, actor).Where(row => row.Id != recommendation.Id);

    /// <summary>What may take the place of any recommendation of a case. The case with its countries.</summary>
    internal static IQueryable<Recommendation> Standing(TechAssistDb db, AssistanceRequest request, Actor actor)
    {
        List<string> countries = [.. request.Countries.Select(country => country.Country)];
        return db.RecommendationsVisibleTo(actor)
            .Where(row => row.SupersededById == null && row.Status != RecommendationStatus.Superseded
                && row.Request.Countries.Any(country => countries.Contains(country.Country)));
    }
}
