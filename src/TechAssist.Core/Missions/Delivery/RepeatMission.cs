using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Terms;

namespace TechAssist.Core.Missions.Delivery;

public sealed record SeriesDay
{
    public DateOnly? On { get; init; }
}

/// <param name="Starts">The first day of each further mission.</param>
public sealed record RepeatMissionInput([property: MaxLength(12)] IReadOnlyList<SeriesDay> Starts)
{
    /// <summary>Why the case takes more expert days than the ceiling; the coordinator's to give.</summary>
    [StringLength(2000)]
    public string? CeilingReason { get; init; }
}

/// <summary>Plans more missions like this one, on other days: a series. Plan and programme are copied and moved; what was recorded is
/// not. The secretariat's act.</summary>
public sealed class RepeatMission(TechAssistDb db, PlanMission planMission)
{
    /// <returns>The numbers of the new missions.</returns>
    /// <exception cref="RuleException"><c>mission-without-days</c>: there is nothing to count the new days from; <c>above-ceiling</c>;
    /// <c>expert-not-confirmed</c>.</exception>
    public async Task<IReadOnlyList<int>> ExecuteAsync(Guid missionId, RepeatMissionInput input, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await db.FindMissionAsync(missionId, actor, cancellationToken);
        actor.RequireSecretariat();
        mission.Request.RequireRunning();
        if (mission.StartOn is not { } first)
        {
            throw new RuleException("mission-without-days");
        }

        InputCheck.ThrowIfInvalid(input, Check(input.Starts));
        var source = mission.Plan with { CeilingReason = input.CeilingReason };
        await MissionRules.CheckInCaseAsync(db, mission.RequestId, null, source with { Days = Times(source.Days, input.Starts.Count) }, actor, cancellationToken);
        var delivery = await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(row => row.MissionId == missionId, cancellationToken);
        var copied = delivery?.Plan ?? await db.FirstPlanAsync(mission.Request, cancellationToken);
        var numbers = new List<int>();
        mission.JoinSeries(mission.SeriesId ?? mission.Id);
        foreach (var start in input.Starts.Select(day => day.On!.Value).Order())
        {
            var days = start.DayNumber - first.DayNumber;
            var next = await planMission.AddAsync(mission.Request, Moved(source, days), numbers.Count, actor, cancellationToken);
            next.JoinSeries(mission.SeriesId!.Value);
            db.Deliveries.Add(new MissionDelivery(next.Id, SeriesPlan.Of(copied, days, next.CreatedAt)));
            numbers.Add(next.Number);
        }

        await db.SaveChangesAsync(cancellationToken);
        return numbers;
    }

    private static IEnumerable<FieldError> Check(IReadOnlyList<SeriesDay> starts)
    {
        if (starts.Count == 0)
        {
            yield return new FieldError("starts", "required");
        }

        for (var index = 0; index < starts.Count; index++)
        {
            if (starts[index].On is null)
            {
                yield return new FieldError($"starts[{index}].on", "required");
            }
            else if (starts.Take(index).Any(before => before.On == starts[index].On))
            {
                yield return new FieldError($"starts[{index}].on", "listed-twice");
            }
        }
    }

    private static ExpertDays Times(ExpertDays days, int times) =>
        new() { Preparation = days.Preparation * times, Field = days.Field * times, Report = days.Report * times };

    private static MissionPlan Moved(MissionPlan plan, int days) => plan with
    {
        StartOn = plan.StartOn?.AddDays(days),
        EndOn = plan.EndOn?.AddDays(days),
        Agenda = [.. plan.Agenda.Select(row => row with { On = row.On?.AddDays(days) })],
    };
}
