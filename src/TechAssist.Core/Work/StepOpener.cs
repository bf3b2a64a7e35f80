using TechAssist.Core.Clock;
using TechAssist.Core.Missions;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Work.ByLink;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Core.Work;

/// <summary>Opens a human step: its due time, a work item for each person, the deadlines of its ladder, and the mails that say so.</summary>
public sealed class StepOpener(TechAssistDb db, CasePeople people, DueTimes dueTimes, IssueTaskLinks links, CaseMail mail)
{
    /// <param name="before">The step whose completion led here; a clock it paused goes on where it stood.</param>
    public async Task<Step> OpenAsync(
        WorkflowRun run, AssistanceRequest request, HumanStep definition, string bookmarkId, PausedStep? before, DateTime now, CancellationToken cancellationToken)
    {
        var calendar = await dueTimes.FindAsync(definition, request, run.MissionId, cancellationToken);
        var due = await DueAsync(run, definition, calendar, before, now, cancellationToken);
        var step = Step.Open(run, definition.Id, bookmarkId, definition.Stage, definition.Form, due, now);
        db.Steps.Add(step);

        var found = await people.FindAsync(definition.Audience, request, run.MissionId, cancellationToken);
        var asked = definition.Form == StepForms.Endorsement ? AskCountries(step, found, request, now) : AskPeople(step, found, definition, now);
        StepLadder.Set(step, definition, calendar, now);
        links.Give(step, asked, now);
        mail.Tell(asked, definition.Form == StepForms.NoObjection ? "no-objection-asked" : "task-opened", request, step, definition, now);
        return step;
    }

    private static IReadOnlyList<CasePerson> AskPeople(Step step, IReadOnlyList<CasePerson> found, HumanStep definition, DateTime now)
    {
        foreach (var person in found)
        {
            WorkItem.Open(step, person.Id, person.Role, null, now);
        }

        if (found.Count == 0 && definition.Audience.Select(People.Roles.FromAudience).FirstOrDefault() is { } role)
        {
            WorkItem.Open(step, null, role, null, now);
        }

        return found;
    }

    /// <summary>Each country that has not endorsed yet is asked for itself, also one that nobody speaks for yet.</summary>
    private static List<CasePerson> AskCountries(Step step, IReadOnlyList<CasePerson> found, AssistanceRequest request, DateTime now)
    {
        List<CasePerson> asked = [.. found.Where(person => person.Country is { } country && !request.IsEndorsedBy(country))];
        asked.ForEach(person => WorkItem.Open(step, person.Id, person.Role, person.Country, now));
        foreach (var country in request.Countries.Where(row => row.EndorsedOn is null && !asked.Exists(person => person.Country == row.Country)))
        {
            WorkItem.Open(step, null, People.Role.FocalPoint, country.Country, now);
        }

        return asked;
    }

    private async Task<DueAccount?> DueAsync(WorkflowRun run, HumanStep definition, WorkingCalendar calendar, PausedStep? before, DateTime now, CancellationToken cancellationToken)
    {
        if (definition.Limit is not { } limit)
        {
            return null;
        }

        if (before is { Due: { } stood } && before.StepId == definition.Id)
        {
            return stood.Paused(await dueTimes.FindAsync(stood.Calendar, cancellationToken), before.PausedAt, now, PauseCause.OtherSide);
        }

        var mission = run.MissionId is null ? null : await db.Missions.FindAsync([run.MissionId], cancellationToken);
        return MissionDue.Of(definition.Form, mission, calendar, now, DueTimes.LimitOf(limit));
    }
}

/// <summary>A step whose clock stood while another side acted: when it was due, and since when it stood.</summary>
public sealed record PausedStep(string StepId, DueAccount? Due, DateTime PausedAt);
