using TechAssist.Core.Requests;
using TechAssist.Core.Work;
using TechAssist.Core.Workflows;

namespace TechAssist.Core.Missions.Field;

/// <summary>How long a team has for its report, as the released process of missions says (domain process 14).</summary>
internal static class ReportDue
{
    /// <returns>Working days of the expert. The rapid track has the shorter of the process's limits.</returns>
    public static int Days(WorkflowCatalog workflows, Track track)
    {
        var limits = workflows.Latest(MissionsForm.Definition).HumanSteps
            .Where(step => step.Form == StepForms.Report && step.Limit is not null).Select(step => step.Limit!.Amount).ToList();
        return track == Track.Rapid ? limits.Min() : limits.Max();
    }
}
