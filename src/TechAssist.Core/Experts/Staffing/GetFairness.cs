using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Staffing;

/// <summary>How far somebody came.</summary>
public enum FairnessStage { OnRoster, Proposed, Asked, Accepted, Chosen }

/// <summary>How many came this far, counted once a nomination, and how many of them were women, nationals of countries that may
/// ask for assistance, and never chosen before.</summary>
public sealed record FairnessRow(FairnessStage Stage, int All, int Women, int South, int FirstTime);

public sealed record OftenChosen(Guid ExpertId, string Name, int Times);

/// <param name="Answered">Of <paramref name="Asked"/>, yes or no.</param>
/// <param name="MedianHours">From the question to the answer; null before the first.</param>
public sealed record ReplyRate(int Asked, int Answered, int Accepted, double? MedianHours);

/// <param name="TopShare">The share of all choices that fell on the tenth of chosen experts most often chosen.</param>
public sealed record Fairness(DateOnly Since, IReadOnlyList<FairnessRow> Stages, IReadOnlyList<OftenChosen> Often, double TopShare, ReplyRate Replies);

/// <summary>Whether the same people go again and again, over the last 24 months. For the secretariat and the auditor.</summary>
public sealed class GetFairness(TechAssistDb db, RosterCopy roster, ReferenceCatalog catalog, TimeProvider clock)
{
    private const int MostNames = 15;

    public async Task<Fairness> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Require(actor.IsSecretariat || actor.Has(Role.Auditor));
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now.AddMonths(-Scoring.SpreadMonths);
        var reference = await catalog.GetAsync(cancellationToken);
        var south = reference.Rows.Countries.Where(country => country is { IsActive: true, Role: PartnerRole.Beneficiary }).Select(country => country.Code).ToHashSet();
        var snapshot = await roster.GetAsync(cancellationToken);
        var nominations = await db.Nominations.AsNoTracking()
            .Where(nomination => nomination.ProposedAt >= since)
            .OrderBy(nomination => nomination.ProposedAt)
            .Select(nomination => new Step(nomination.ExpertId, nomination.Status, nomination.ProposedAt, nomination.InvitedAt, nomination.AnsweredAt, nomination.Declaration != null))
            .ToListAsync(cancellationToken);
        var today = DateOnly.FromDateTime(now);
        var onRoster = snapshot.Candidates.Where(candidate => candidate.ConsentUntilOn > today).Select(candidate => (candidate, IsFirst: candidate.Record.ChosenOn.Length == 0));
        var known = nominations.Select(step => (Step: step, Candidate: snapshot.Find(step.ExpertId))).Where(row => row.Candidate is not null).ToList();
        IEnumerable<(Candidate, bool)> At(Func<Step, bool> holds) => known.Where(row => holds(row.Step)).Select(row => (row.Candidate!, IsFirst(row.Candidate!, row.Step)));
        var often = known.Where(row => row.Step.IsChosen).GroupBy(row => row.Candidate!).Select(group => new OftenChosen(group.Key.Id, group.Key.Name, group.Count()))
            .OrderByDescending(row => row.Times).ThenBy(row => row.Name, StringComparer.Ordinal).ToList();
        return new Fairness(
            DateOnly.FromDateTime(since),
            [
                Row(FairnessStage.OnRoster, onRoster, south),
                Row(FairnessStage.Proposed, At(_ => true), south),
                Row(FairnessStage.Asked, At(step => step.InvitedAt is not null), south),
                Row(FairnessStage.Accepted, At(step => step.HasAccepted), south),
                Row(FairnessStage.Chosen, At(step => step.IsChosen), south),
            ],
            [.. often.Take(MostNames)],
            often.Count == 0 ? 0 : (double)often.Take((int)Math.Ceiling(often.Count / 10.0)).Sum(row => row.Times) / often.Sum(row => row.Times),
            Replies(nominations));
    }

    private static bool IsFirst(Candidate candidate, Step step) => !candidate.Record.ChosenOn.Any(on => on < DateOnly.FromDateTime(step.ProposedAt));

    private static FairnessRow Row(FairnessStage stage, IEnumerable<(Candidate Candidate, bool IsFirst)> people, HashSet<string> south)
    {
        var all = people.ToList();
        return new FairnessRow(
            stage, all.Count, all.Count(row => row.Candidate.Sex == Sex.Female), all.Count(row => row.Candidate.Nationalities.Any(south.Contains)), all.Count(row => row.IsFirst));
    }

    private static ReplyRate Replies(List<Step> nominations)
    {
        var asked = nominations.Where(step => step.InvitedAt is not null).ToList();
        var hours = asked.Where(step => step.AnsweredAt is not null).Select(step => (step.AnsweredAt! - step.InvitedAt!).Value.TotalHours).Order().ToList();
        return new ReplyRate(asked.Count, hours.Count, asked.Count(step => step.HasAccepted), hours.Count == 0 ? null : hours[hours.Count / 2]);
    }

    private sealed record Step(Guid ExpertId, NominationStatus Status, DateTime ProposedAt, DateTime? InvitedAt, DateTime? AnsweredAt, bool HasAccepted)
    {
        public bool IsChosen => Status is NominationStatus.Selected or NominationStatus.Confirmed or NominationStatus.Replaced;
    }
}
