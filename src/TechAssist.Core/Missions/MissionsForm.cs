using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Work;

namespace TechAssist.Core.Missions;

/// <summary>The case's step while its missions run. It completes by itself when all of them are closed; cancelling it cancels
/// those still open.</summary>
public sealed record MissionsForm : StepForm
{
    /// <summary>The workflow of one mission.</summary>
    public const string Definition = "mission";

    [JsonIgnore]
    public override IReadOnlyList<string> OutcomesOfTheSystem => ["completed"];

    protected override IReadOnlyList<string> OutcomesWithReason => ["cancelled"];

    public override async ValueTask OpenedAsync(StepOpening opening, CancellationToken cancellationToken)
    {
        foreach (var mission in await OpenMissions.ForCaseAsync(opening, cancellationToken))
        {
            await opening.StartRun(Definition, mission.Id);
        }
    }

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Outcome != "cancelled")
        {
            return;
        }

        var open = await answer.Db.Missions
            .Where(mission => mission.RequestId == answer.Request.Id && mission.Status != MissionStatus.Completed && mission.Status != MissionStatus.Cancelled)
            .ToListAsync(cancellationToken);
        foreach (var mission in open)
        {
            await MissionStepForm.CancelAsync(answer, mission, Comment, cancellationToken);
        }
    }
}
