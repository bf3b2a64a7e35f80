using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.FollowUp.Surveys;
using TechAssist.Core.Missions.Delivery;
using TechAssist.Core.Missions.Field;
using TechAssist.Core.Terms;
using TechAssist.Core.Work;

namespace TechAssist.Core.Missions;

/// <summary>A form of a step of <c>mission.v1.json</c>: it acts on the mission of its step.</summary>
public abstract record MissionStepForm : StepForm
{
    internal static async Task<Mission> MissionAsync(StepWork work, CancellationToken cancellationToken)
    {
        var id = work.Step.MissionId ?? throw new NotFoundException("The mission");
        return await work.Db.Missions.Include(mission => mission.Members).SingleOrDefaultAsync(mission => mission.Id == id, cancellationToken)
            ?? throw new NotFoundException("The mission");
    }

    /// <summary>In the country the mission goes to.</summary>
    internal static DateOnly Today(StepAnswer answer) => answer.Reference.Calendars.Country(answer.Request.Country).LocalDay(answer.Now);

    /// <summary>Into the history, and to the team and the host.</summary>
    internal static async Task SayAndTellAsync(StepAnswer answer, string kind, string template, Mission mission, string? reason, CancellationToken cancellationToken)
    {
        await answer.SayAsync(MissionLine.Of(kind, mission, reason), cancellationToken);
        await MissionNews.TellAsync(answer.Db, answer.Request, mission, template, reason, answer.By, answer.Now, cancellationToken);
    }

    internal static async Task CancelAsync(StepAnswer answer, Mission mission, string? reason, CancellationToken cancellationToken)
    {
        mission.Cancel(reason);
        await answer.SayAsync(MissionLine.Of("mission-cancelled", mission, reason), cancellationToken);
    }
}

/// <summary>Everything is in order for departure, or something stands in the way.</summary>
public sealed record PreparationForm : MissionStepForm
{
    protected override IReadOnlyList<string> OutcomesWithReason => ["postponed", "replace", "cancelled"];

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        if (answer.Outcome == "ready")
        {
            await CheckWorkAsync(answer, errors, cancellationToken);
        }
    }

    public override async ValueTask CheckWorkAsync(StepWork work, List<FieldError> errors, CancellationToken cancellationToken)
    {
        var mission = await MissionAsync(work, cancellationToken);
        var openItems = mission.Checklist.Count(item => !item.IsSettled);
        if (openItems > 0)
        {
            errors.Add(new FieldError("checklist", "checklist-open", openItems));
        }

        if (mission.StartOn is null || mission.EndOn is null)
        {
            errors.Add(new FieldError("dates", "mission-without-dates"));
        }
        else if (MissionRules.NeedsStayReason(mission.Plan, mission.Plan.LongStayReason))
        {
            errors.Add(new FieldError("dates", "long-stay", Mission.LongestPlainStay));
        }

        if (mission.Members.Count == 0)
        {
            errors.Add(new FieldError("team", "required"));
        }
    }

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        var mission = await MissionAsync(answer, cancellationToken);
        switch (answer.Outcome)
        {
            case "ready":
                mission.Confirm();
                await answer.SayAsync(MissionLine.Of("mission-confirmed", mission), cancellationToken);
                await LastDay.PrepareAsync(answer, mission, cancellationToken);
                break;
            case "postponed":
                mission.Postpone(Comment);
                await SayAndTellAsync(answer, "mission-postponed", "mission-postponed", mission, Comment, cancellationToken);
                break;
            case "cancelled":
                await CancelAsync(answer, mission, Comment, cancellationToken);
                break;
        }
    }
}

/// <summary>The new days of a postponed mission.</summary>
public sealed record PostponementForm : MissionStepForm
{
    [Required]
    public DateOnly? StartOn { get; init; }

    [Required]
    public DateOnly? EndOn { get; init; }

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        if (EndOn < StartOn)
        {
            errors.Add(new FieldError("endOn", "ends-before-it-begins"));
        }

        if (StartOn < Today(answer))
        {
            errors.Add(new FieldError("startOn", "in-the-past"));
        }
    }

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        var mission = await MissionAsync(answer, cancellationToken);
        mission.Reschedule(StartOn!.Value, EndOn!.Value);
        await SayAndTellAsync(answer, "mission-rescheduled", "mission-new-days", mission, Comment, cancellationToken);
    }
}

/// <summary>How the mission under way went on: to its end, beyond it, or broken off.</summary>
public sealed record MissionForm : MissionStepForm
{
    public DateOnly? ActualStartOn { get; init; }

    public DateOnly? ActualEndOn { get; init; }

    [Range(0, 100_000)]
    public int? ParticipantsWomen { get; init; }

    [Range(0, 100_000)]
    public int? ParticipantsMen { get; init; }

    /// <summary>For an extension: the new last day.</summary>
    public DateOnly? NewEndOn { get; init; }

    protected override IReadOnlyList<string> OutcomesWithReason => ["extended", "interrupted"];

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        if (answer.Outcome == "completed")
        {
            CheckActualDays(ActualStartOn, ActualEndOn, Today(answer), errors);
        }

        if (answer.Outcome == "extended")
        {
            var mission = await MissionAsync(answer, cancellationToken);
            if (NewEndOn is null)
            {
                errors.Add(new FieldError("newEndOn", "required"));
            }
            else if (NewEndOn <= mission.EndOn)
            {
                errors.Add(new FieldError("newEndOn", "not-later"));
            }
            else if (await Extension.OfAsync(answer, mission, NewEndOn.Value, cancellationToken) is { IsAllowed: false } extension)
            {
                errors.Add(new FieldError("newEndOn", "extension-above-ceiling", extension.CaseDays, ExpertDays.Ceiling));
            }
        }
    }

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        var mission = await MissionAsync(answer, cancellationToken);
        switch (answer.Outcome)
        {
            case "completed":
                await CompleteAsync(answer, mission, cancellationToken);
                await answer.SayAsync(MissionLine.Of("mission-completed", mission), cancellationToken);
                await Reserve.FreeAsync(answer, mission, cancellationToken);
                break;
            case "extended":
                var extension = await Extension.OfAsync(answer, mission, NewEndOn!.Value, cancellationToken);
                mission.Extend(NewEndOn.Value, extension.FieldDays, Comment, extension.CaseDays > ExpertDays.Ceiling);
                await SayAndTellAsync(answer, "mission-extended", "mission-extended", mission, Comment, cancellationToken);
                break;
            case "interrupted":
                mission.Interrupt(Comment);
                await SayAndTellAsync(answer, "mission-interrupted", "mission-interrupted", mission, Comment, cancellationToken);
                break;
        }
    }

    /// <summary>Who took part is counted from the mission's records where nobody says it.</summary>
    private async Task CompleteAsync(StepAnswer answer, Mission mission, CancellationToken cancellationToken)
    {
        var counted = await DeliveryFigures.FindAsync(answer.Db, mission.Id, cancellationToken) is { Total: > 0 } figures ? figures : null;
        mission.Complete(ActualStartOn!.Value, ActualEndOn!.Value, ParticipantsWomen ?? counted?.Women, ParticipantsMen ?? counted?.Men, null);
    }

    internal static void CheckActualDays(DateOnly? start, DateOnly? end, DateOnly today, List<FieldError> errors)
    {
        if (start is null)
        {
            errors.Add(new FieldError("actualStartOn", "required"));
        }

        if (end is null)
        {
            errors.Add(new FieldError("actualEndOn", "required"));
        }

        if (end < start)
        {
            errors.Add(new FieldError("actualEndOn", "ends-before-it-begins"));
        }

        if (end > today)
        {
            errors.Add(new FieldError("actualEndOn", "in-the-future"));
        }
    }
}

/// <summary>What becomes of an interrupted mission.</summary>
public sealed record InterruptionForm : MissionStepForm
{
    /// <summary>For a report on what was done: the days it lasted.</summary>
    public DateOnly? ActualStartOn { get; init; }

    public DateOnly? ActualEndOn { get; init; }

    protected override IReadOnlyList<string> OutcomesWithReason => ["resume", "reportOnly", "cancel"];

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        if (answer.Outcome == "reportOnly")
        {
            MissionForm.CheckActualDays(ActualStartOn, ActualEndOn, Today(answer), errors);
        }
    }

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        var mission = await MissionAsync(answer, cancellationToken);
        switch (answer.Outcome)
        {
            case "resume":
                mission.Depart();
                await SayAndTellAsync(answer, "mission-resumed", "mission-resumed", mission, Comment, cancellationToken);
                break;
            case "reportOnly":
                mission.Complete(ActualStartOn!.Value, ActualEndOn!.Value, null, null, Comment);
                await answer.SayAsync(MissionLine.Of("mission-completed", mission, Comment), cancellationToken);
                await Reserve.FreeAsync(answer, mission, cancellationToken);
                break;
            case "cancel":
                await CancelAsync(answer, mission, Comment, cancellationToken);
                break;
        }
    }
}
