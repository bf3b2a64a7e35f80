using Microsoft.AspNetCore.Mvc.ModelBinding;
using TechAssist.Core;
using TechAssist.Core.Work;

namespace TechAssist.Web.Infrastructure;

/// <summary>How a text that keeps itself stands: when it was last kept, why not now, and what is still missing.</summary>
public sealed record SaveState
{
    /// <summary>The handler that keeps what is typed.</summary>
    public required string KeepAt { get; init; }

    /// <summary>The revision the next save carries.</summary>
    public required int Revision { get; init; }

    public required int CurrentRevision { get; init; }

    public required DateTime SavedAt { get; init; }

    public required string SavedBy { get; init; }

    /// <summary>Somebody else saved meanwhile.</summary>
    public bool IsStale { get; init; }

    /// <summary>What somebody else saved meanwhile is in the text now.</summary>
    public bool IsMerged { get; init; }

    /// <summary>Why it was not kept; null when it was.</summary>
    public string? Fault { get; init; }

    public IReadOnlyList<FieldError> Missing { get; init; } = [];

    public string? TaskHref { get; init; }

    public DaySum? Effort { get; init; }

    public static string? FaultIn(ModelStateDictionary state) =>
        state.Values.SelectMany(entry => entry.Errors).Select(error => error.ErrorMessage).FirstOrDefault();

    public static string? HrefOf(TaskRow? task) => task is null ? null : Links.Task(task.Id);
}

/// <summary>Expert days of the activities beside the level of effort and the most a case may take.</summary>
public sealed record DaySum(int Days, int Total, int Ceiling)
{
    public bool IsWrong => Days != Total || Total > Ceiling;
}
