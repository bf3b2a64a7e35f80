using System.ComponentModel;
using System.Text.Json;
using TechAssist.Core;
using TechAssist.Core.People;
using TechAssist.Core.Requests;

namespace TechAssist.Web.Api.Tasks;

/// <summary>A task that waits for the token's owner.</summary>
public sealed record TaskAnswer(
    Guid Id, string? Reference, LangText Title, string? Country, string Stage,
    [property: Description("Name of the step, for staff, in both languages.")] LangText Step,
    [property: Description("The form its answer fills in; see the schemas whose name ends in Form.")] string Form,
    [property: Description("The role in which they act.")] Role Role,
    [property: Description("What may be answered.")] IReadOnlyList<string> Outcomes,
    DateTime OpenedAt, DateTime? DueAt, bool IsLate,
    [property: Description("Send it back with the outcome: a task that changed meanwhile is then refused as stale.")] int Revision,
    string Answer);

/// <summary>What is answered to a task.</summary>
public sealed record TaskOutcome
{
    [Description("One of the task's outcomes.")]
    public required string Outcome { get; init; }

    [Description("The fields of the task's form; may be left out where nothing needs to be filled in.")]
    public JsonElement? Form { get; init; }

    [Description("The revision that was seen.")]
    public int? Revision { get; init; }
}

/// <summary>A task that was answered, and where its case stands now.</summary>
public sealed record TaskDone(Guid Id, string Outcome, DateTime ClosedAt, string Reference, RequestStatus Status, string Stage, string? Result, string Request);
