using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Missions.Delivery;

/// <summary>The results of one participant, in percent, and what they were when the page was opened.</summary>
public sealed record TestRow
{
    public Guid ParticipantId { get; init; }

    [Range(0, 100)]
    public int? Pre { get; init; }

    [Range(0, 100)]
    public int? Post { get; init; }

    public int? SeenPre { get; init; }

    public int? SeenPost { get; init; }
}

public sealed record NoteTestsInput
{
    [MaxLength(ParticipantRules.Most)]
    public IReadOnlyList<TestRow> Scores { get; init; } = [];
}

/// <summary>Notes the results of the tests before and after, person by person: the secretariat and the team.</summary>
public sealed class NoteTests(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="InvalidInputException"><c>score-changed</c>: somebody else noted another result meanwhile.</exception>
    public async Task ExecuteAsync(Guid missionId, NoteTestsInput input, Actor actor, CancellationToken cancellationToken)
    {
        var (mission, _) = await db.OpenDeliveryAsync(missionId, actor, cancellationToken);
        mission.RequireReady();
        InputCheck.ThrowIfInvalid(input);
        var people = await db.Participants.Where(row => row.MissionId == missionId).ToDictionaryAsync(row => row.Id, cancellationToken);
        var errors = new List<FieldError>();
        var changed = 0;
        foreach (var (index, row) in input.Scores.Index())
        {
            var person = people.GetValueOrDefault(row.ParticipantId) ?? throw new RuleException("stale");
            var before = Settle(row.Pre, row.SeenPre, person.PreTest, $"scores[{index}].pre", errors);
            var after = Settle(row.Post, row.SeenPost, person.PostTest, $"scores[{index}].post", errors);
            if ((before, after) != (person.PreTest, person.PostTest))
            {
                person.Score(before, after);
                changed++;
            }
        }

        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }

        if (changed > 0)
        {
            var count = changed.ToString(CultureInfo.InvariantCulture);
            await timeline.AddAsync(mission.RequestId, DeliveryDoor.Line("tests-noted", mission, ("count", count)), actor, clock.GetUtcNow().UtcDateTime, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What was not touched here stays as somebody else may have noted it; two results for one test are told.</summary>
    private static int? Settle(int? typed, int? seen, int? known, string field, List<FieldError> errors)
    {
        if (typed == seen || typed == known)
        {
            return known;
        }

        if (known != seen)
        {
            errors.Add(new FieldError(field, "score-changed", known?.ToString(CultureInfo.InvariantCulture) ?? "–"));
        }

        return typed;
    }
}
