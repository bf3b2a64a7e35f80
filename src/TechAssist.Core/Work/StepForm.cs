using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Work;

/// <summary>What somebody fills in to complete a step. One record serves the page, the API, the samples and the audit:
/// its properties are the fields, its annotations their limits.</summary>
public abstract record StepForm
{
    /// <summary>Why, in the words of the person who acts. Kept in the history.</summary>
    [StringLength(4000)]
    public string? Comment { get; init; }

    /// <summary>Outcomes for which <see cref="Comment"/> must be given, because somebody will ask why.</summary>
    protected virtual IReadOnlyList<string> OutcomesWithReason => [];

    /// <summary>Outcomes that nobody chooses: the clock or the system takes them (a lapse, a window that closes).</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public virtual IReadOnlyList<string> OutcomesOfTheSystem => [];

    /// <summary>What the annotations cannot say, given the outcome chosen. Adds to <paramref name="errors"/>.</summary>
    public virtual ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        if (OutcomesWithReason.Contains(answer.Outcome) && string.IsNullOrWhiteSpace(Comment))
        {
            errors.Add(new FieldError("comment", "reason-required"));
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>What still stands in the way of the step's assent on the pages where its work is done: terms, report, checklist.
    /// Shown before anybody answers, and part of the check when they do.</summary>
    public virtual ValueTask CheckWorkAsync(StepWork work, List<FieldError> errors, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Changes the case when its step opens, before anybody has answered. Called on an empty form.</summary>
    public virtual ValueTask OpenedAsync(StepOpening opening, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Changes the case, when this person answers. Saved together with the step.</summary>
    public virtual ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Changes the case when nobody answered in time and the clock takes an outcome. Called on an empty form.</summary>
    public virtual ValueTask TimeIsUpAsync(StepTimeUp step, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}

/// <summary>A task with what is needed to look at the work it is about.</summary>
public record StepWork(TechAssistDb Db, AssistanceRequest Request, Step Step, WorkItem Item, DateTime Now, ReferenceSnapshot Reference);

/// <summary>One person's answer to a step, with what a form needs to check and apply itself.</summary>
public sealed record StepAnswer(
    TechAssistDb Db, AssistanceRequest Request, Step Step, WorkItem Item, string Outcome, Actor By, DateTime Now, TimelineWriter Timeline, ReferenceSnapshot Reference)
    : StepWork(Db, Request, Step, Item, Now, Reference);

/// <summary>A step whose limit passed, with the outcome its definition declares for that.</summary>
public sealed record StepTimeUp(TechAssistDb Db, AssistanceRequest Request, Step Step, string Outcome, DateTime Now);

/// <summary>A step that opens. <paramref name="StartRun"/> starts a further workflow of the case: its definition's key, and the mission it is for.</summary>
public sealed record StepOpening(
    TechAssistDb Db, AssistanceRequest Request, Step Step, Actor By, DateTime Now, TimelineWriter Timeline, Func<string, Guid?, Task> StartRun);

/// <summary>A form with nothing but a comment.</summary>
public sealed record CommentForm : StepForm;
