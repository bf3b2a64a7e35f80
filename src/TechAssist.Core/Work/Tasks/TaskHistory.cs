using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Forms;
using TechAssist.Core.Workflows;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Core.Work.Tasks;

/// <summary>What went before a task, as far as its reader may know it.</summary>
internal sealed class TaskHistory(TechAssistDb db, WorkflowCatalog workflows)
{
    private const int Most = 6;

    /// <summary>What the secretariat writes into its forms for others to read: by form, the fields.</summary>
    private static readonly Dictionary<string, string[]> WrittenForOthers = new()
    {
        ["receipt"] = ["messageToRequester"],
        ["eligibility"] = ["missing"],
        ["rapidCheck"] = ["missing"],
        ["decision"] = ["reasons", "conditions"],
        ["termsApproval"] = ["comment"],
    };

    public async Task<IReadOnlyList<GivenAnswer>> ReadAsync(WorkItem item, AssistanceRequest request, Actor actor, CancellationToken cancellationToken)
    {
        var rows = await db.WorkItems.AsNoTracking()
            .Where(row => row.RequestId == request.Id && row.Id != item.Id && row.Outcome != null
                && row.ClosedAt <= (item.ClosedAt ?? DateTime.MaxValue) && row.Step.ClosedAt != null && row.Step.Form != "scores")
            .OrderByDescending(row => row.ClosedAt)
            .Take(30)
            .Select(row => new { row.Step.Run.Definition, row.Step.Run.Version, row.Step.StepId, row.Step.Form, row.Step.MissionId, row.Outcome, row.Answer, row.Role, row.ClosedByName, row.ClosedForName, row.ClosedAt })
            .ToListAsync(cancellationToken);
        var isStaff = TaskReaders.IsStaff(actor);
        var found = new List<GivenAnswer>();
        foreach (var row in rows)
        {
            var fields = Fields(row.Answer);
            var shown = isStaff || IsTheirs(row.Role, row.MissionId, item) ? fields
                : item.Role == Role.Expert ? ForExpert(row.Role, fields)
                : ForOthers(row.Form, fields);
            if (shown is null)
            {
                continue;
            }

            var step = workflows.Get(row.Definition, row.Version).FindStep(row.StepId);
            var label = isStaff ? step?.LabelStaff(actor.Language) : step?.LabelRequester(actor.Language);
            // What the secretariat chose is not for others; what it wrote to them is.
            var outcome = isStaff || item.Role == Role.Expert || TaskReaders.IsOfRequestingSide(row.Role) ? row.Outcome : null;
            found.Add(new GivenAnswer(label ?? row.StepId, row.Form, outcome, shown, row.Role, By(row.ClosedByName, row.ClosedForName, actor), row.ClosedAt!.Value));
        }

        return [.. found.Take(Most)];
    }

    /// <summary>Whoever decides sees both scorers' tables of the last round.</summary>
    public async Task<IReadOnlyList<GivenScores>> ScoresAsync(WorkItem item, HumanStep step, Actor actor, CancellationToken cancellationToken)
    {
        if (step.Form != "decision")
        {
            return [];
        }

        var last = await db.Steps
            .Where(row => row.RequestId == item.RequestId && row.Form == "scores" && row.ClosedAt != null && row.Outcome != null && !row.IsCarriedOver)
            .OrderByDescending(row => row.ClosedAt)
            .Select(row => (Guid?)row.Id)
            .FirstOrDefaultAsync(cancellationToken);
        var rows = await db.WorkItems.AsNoTracking()
            .Where(row => row.StepRowId == last && row.Answer != null)
            .OrderBy(row => row.ClosedAt)
            .Select(row => new { row.ClosedByName, row.ClosedForName, row.Role, row.Answer })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new GivenScores(By(row.ClosedByName, row.ClosedForName, actor), row.Role, CoreJson.Read<ScoresForm>(row.Answer!)))];
    }

    public async Task<TaskRefusal?> RefusalAsync(WorkItem item, Actor actor, CancellationToken cancellationToken) => !RefusalWindow.Forms.Contains(item.Step.Form)
        ? null
        : await db.Refusals.AsNoTracking()
            .Where(row => row.RequestId == item.RequestId)
            .OrderByDescending(row => row.DecidedAt)
            .Select(row => new TaskRefusal(row.Result, row.Reason, row.Explanation, row.WayForward, row.ReferredTo, DoneBy.Of(row.DecidedByName, row.DecidedForName, actor.Language), row.DecidedAt, row.AppealUntilAt))
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>"A", or "A on behalf of B", in the reader's language; null where nobody answered.</summary>
    public static string? By(string? name, string? onBehalfOf, Actor reader) => name is null ? null : DoneBy.Of(name, onBehalfOf, reader.Language);

    public static JsonObject Fields(string? json)
    {
        try
        {
            return json is null ? [] : JsonNode.Parse(json) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>The requesting side reads what its own people answered; an expert what was said of the same mission.</summary>
    private static bool IsTheirs(Role answered, Guid? missionId, WorkItem item) => item.Role switch
    {
        Role.Expert => missionId is not null && missionId == item.Step.MissionId,
        var role when TaskReaders.IsOfRequestingSide(role) => TaskReaders.IsOfRequestingSide(answered),
        _ => false,
    };

    /// <summary>Outside the own mission an expert reads what is public in the history: that the requesting side answered, and
    /// why; not what the secretariat wrote to it.</summary>
    private static JsonObject? ForExpert(Role answered, JsonObject fields)
    {
        if (!TaskReaders.IsOfRequestingSide(answered))
        {
            return null;
        }

        return fields["comment"] is { } comment ? new JsonObject { ["comment"] = comment.DeepClone() } : [];
    }

    private static JsonObject? ForOthers(string form, JsonObject fields)
    {
        var shown = new JsonObject();
        foreach (var field in WrittenForOthers.GetValueOrDefault(form, []))
        {
            if (fields[field] is { } value)
            {
                shown[field] = value.DeepClone();
            }
        }

        return shown.Count == 0 ? null : shown;
    }
}
