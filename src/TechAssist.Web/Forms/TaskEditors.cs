using TechAssist.Core.Work.Tasks;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Forms;

/// <summary>The pages on which a task's work is done, where its form alone is not the work: terms, experts, missions, reports.</summary>
public static class TaskEditors
{
    public sealed record Editor(string Key, string Href);

    public static IEnumerable<Editor> For(TaskView task)
    {
        var reference = task.Case.Reference ?? "";
        return task.Step.Form switch
        {
            "revision" or "revisionReopening" => [new Editor("request", Links.EditRequest(task.Case.Id))],
            "moreInformation" or "reopening" => [new Editor("documents", Links.Documents(reference))],
            "terms" or "termsApproval" or "termsCall" => [new Editor("terms", Links.Terms(reference))],
            "termsAndCall" => [new Editor("terms", Links.Terms(reference)), new Editor("experts", Links.Experts(reference))],
            "mobilisation" or "selection" or "noObjection" => [new Editor("experts", Links.Experts(reference))],
            "replacement" => [new Editor("experts", Links.Experts(reference)), new Editor("mission", Mission(task))],
            "missions" or "preparation" or "postponement" or "mission" or "interruption" => [new Editor("mission", Mission(task))],
            "report" or "reportReview" or "reportComments" or "reportFinal" => [new Editor("report", Report(task))],
            "publication" or "publicationApproval" => [new Editor("publication", task.MissionNumber is { } number ? Links.Publication(reference, number) : Links.Missions(reference))],
            _ => [],
        };
    }

    private static string Mission(TaskView task) =>
        task.MissionNumber is { } number ? Links.Mission(task.Case.Reference ?? "", number) : Links.Missions(task.Case.Reference ?? "");

    private static string Report(TaskView task) =>
        task.MissionNumber is { } number ? Links.Report(task.Case.Reference ?? "", number) : Links.Missions(task.Case.Reference ?? "");
}
