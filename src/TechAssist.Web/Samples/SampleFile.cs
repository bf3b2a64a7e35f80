using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TechAssist.Core.Clock;
using TechAssist.Core.Requests;

namespace TechAssist.Web.Samples;

/// <summary>A case to play, as a file of <c>samples/</c> tells it (docs/samples.md).</summary>
public sealed record SampleFile
{
    /// <summary>What the case shows, for whoever lists the samples.</summary>
    [JsonRequired]
    public string Title { get; init; } = "";

    /// <summary>"fr" or "en": the language of the timeline and of the documents.</summary>
    [JsonRequired]
    public string Language { get; init; } = "";

    /// <summary>When the request is submitted.</summary>
    [JsonRequired]
    public DateTimeOffset Start { get; init; }

    /// <summary>E-mail of whoever submits it.</summary>
    [JsonRequired]
    public string By { get; init; } = "";

    /// <summary>The body of <c>POST /requests</c>.</summary>
    [JsonRequired]
    public RequestContent Request { get; init; } = new();

    /// <summary>What people do, in order.</summary>
    [JsonRequired]
    public IReadOnlyList<SampleAct> Acts { get; init; } = [];

    /// <summary>The result the case must end with.</summary>
    [JsonRequired]
    public string Expect { get; init; } = "";
}

/// <summary>Something somebody does: completes a task, or acts on the case by a name of <see cref="SampleActs"/>.</summary>
public sealed record SampleAct
{
    /// <summary>When; without <c>at</c> and <c>after</c> it follows at once.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>How long after the act before.</summary>
    public SampleDelay? After { get; init; }

    /// <summary>E-mail of whoever acts.</summary>
    [JsonRequired]
    public string By { get; init; } = "";

    /// <summary>The step whose task is completed ("eligibility").</summary>
    public string? Task { get; init; }

    public string? Outcome { get; init; }

    public JsonObject? Form { get; init; }

    public string? Act { get; init; }

    public JsonObject? Input { get; init; }

    /// <summary>Number of the mission it is about, where a case has several.</summary>
    public int? Mission { get; init; }
}

/// <summary>A time span in the secretariat's calendar. In days or longer the time of day stays as it is, unless
/// <see cref="Time"/> gives another (in the secretariat's zone).</summary>
public sealed record SampleDelay
{
    [JsonRequired]
    public int Amount { get; init; }

    [JsonRequired]
    public LimitUnit Unit { get; init; }

    public TimeOnly? Time { get; init; }

    public DateTime From(DateTime start, WorkingCalendar calendar)
    {
        var local = calendar.ToLocal(start);
        var day = DateOnly.FromDateTime(local);
        return Unit switch
        {
            LimitUnit.Hours => start.AddHours(Amount),
            LimitUnit.OfficeHours => calendar.AddOfficeHours(start, TimeSpan.FromHours(Amount)),
            LimitUnit.WorkingDays => On(calendar.MoveWorkingDays(day, Amount)),
            LimitUnit.Days => On(day.AddDays(Amount)),
            LimitUnit.Months => On(day.AddMonths(Amount)),
            _ => throw new ArgumentOutOfRangeException(nameof(start), Unit, null),
        };

        DateTime On(DateOnly then) => calendar.ToUtc(then, Time ?? TimeOnly.FromDateTime(local));
    }
}

/// <summary>A file that was read and found good, with what is needed to name the place of a fault found later.</summary>
public sealed record Sample(string Path, SampleFile File, JsonLines Lines)
{
    public FileFault Fault(string field, string message) => new(Path, Lines.Of(field), field, message);
}
