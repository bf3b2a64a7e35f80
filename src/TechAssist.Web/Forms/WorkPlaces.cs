using System.Globalization;
using System.Text.RegularExpressions;
using TechAssist.Core;
using TechAssist.Core.Work.Tasks;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.Pages.Requests.Draft;

namespace TechAssist.Web.Forms;

/// <summary>A page, or a part of one, on which something of a task's work is done.</summary>
public sealed record WorkPlace(string Name, string Href);

/// <summary>Where what is missing for a task is mended: the section of the terms or the report, the page of the request or the mission.</summary>
public static partial class WorkPlaces
{
    /// <summary>First names of fields by section; those of section 0 stand before the first.</summary>
    private static readonly string[][] TermsSections =
    [
        ["languages", "contract"], ["background"], ["generalObjective", "objectives"], ["scope", "exclusions"], ["activities"], ["deliverables"], ["profiles"], ["effort"],
        ["hostContribution", "counterparts"], ["logistics", "interpretation", "security"], ["reporting"], ["conduct"], ["evaluation", "indicators"], ["budget"],
    ];

    private static readonly string[][] ReportSections =
    [
        [], ["summary"], ["purpose", "deviations"], ["approach", "activities"], ["personsMet"], ["findings"], ["deliverables"], ["results"], ["initiatives"],
        ["recommendations"], ["training"], ["positive", "difficulties", "lessons"], ["genderAndRights"], ["sustainability"], ["acknowledgements", "annexes", "photos"], ["internal"],
    ];

    public static WorkPlace Of(TaskView task, FieldError error, Texts texts)
    {
        var reference = task.Case.Reference ?? "";
        var number = task.MissionNumber ?? 0;
        var (area, field) = error.Field.Split('.', 2) is [var first, var rest] ? (first, rest) : (error.Field, "");
        return area switch
        {
            "terms" when field.Length == 0 => new WorkPlace(texts["Editor.terms"], Links.Terms(reference)),
            "terms" => Section("Terms", TermsSections, field, Links.EditTerms(reference), texts),
            "report" when field.Length == 0 => new WorkPlace(texts["Editor.report"], Links.Report(reference, number)),
            "publication" => new WorkPlace(texts["Editor.publication"], Links.Publication(reference, number)),
            "report" => Section("Report", ReportSections, field, Links.EditReport(reference, number), texts) with { Href = $"{Links.EditReport(reference, number)}#{FieldNames.Id(field)}" },
            "request" => OfRequest(task.Case.Id, error with { Field = field }, texts),
            "dates" or "team" => new WorkPlace(texts["Editor.mission"], Links.EditMission(reference, number)),
            "checklist" => new WorkPlace(texts["Editor.mission"], Links.Mission(reference, number)),
            _ => new WorkPlace(texts["Editor.experts"], Links.Experts(reference)),
        };
    }

    /// <summary>"4. Activities, 2": the section, and the row in it.</summary>
    private static WorkPlace Section(string paper, string[][] sections, string field, string page, Texts texts)
    {
        var section = Math.Max(0, Array.FindIndex(sections, fields => fields.Contains(field.Split('.', '[')[0])));
        var name = field.StartsWith("comment-", StringComparison.Ordinal) ? texts["Report.Remark"] : section == 0
            ? texts[paper == "Terms" ? "Terms.Frame" : "Editor.report"]
            : $"{section}. {Messages.Text($"Document.{paper}.{section}", Languages.Current)}";
        var row = Row().Match(field) is { Success: true } match ? $", {int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) + 1}" : "";
        return new WorkPlace(name + row, $"{page}#part-{section}");
    }

    private static WorkPlace OfRequest(Guid id, FieldError error, Texts texts) => Journey.Owner(error) is { } section
        ? new WorkPlace(texts[$"Draft.{section.Key}.Title"], $"{Links.DraftSection(id, section.Key)}#{FieldNames.Id(error.Field)}")
        : new WorkPlace(texts["Draft.commitments"], Links.DraftSection(id, Journey.Check));

    [GeneratedRegex(@"^[A-Za-z]+\[(\d{1,4})\]")]
    private static partial Regex Row();
}
