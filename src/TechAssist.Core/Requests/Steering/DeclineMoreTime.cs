using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;
using TechAssist.Core.Work.ByLink;

namespace TechAssist.Core.Requests.Steering;

/// <summary>More time that somebody asked for, and nobody has decided on yet.</summary>
public sealed record MoreTimeAsked(string Name, DateOnly UntilOn, string Reason, DateTime At);

/// <summary>No more time is given to those who asked for it: the due time stays as it is. They are told why, and may ask again.</summary>
public sealed class DeclineMoreTime(TechAssistDb db, MoveDue moveDue, SteeringCase steering, CasePeople people, IssueTaskLinks links, CaseMail mail, TimelineWriter timeline)
{
    /// <returns>None for whoever decides on no due time of the case.</returns>
    public async Task<IReadOnlyList<MoreTimeAsked>> ReadAsync(Guid stepRowId, Actor by, CancellationToken cancellationToken)
    {
        var step = await db.Steps.AsNoTracking().SingleOrDefaultAsync(row => row.Id == stepRowId && row.ClosedAt == null, cancellationToken);
        var request = step is null ? null : await db.Requests.AsNoTracking().VisibleTo(by).SingleOrDefaultAsync(row => row.Id == step.RequestId, cancellationToken);
        return request is null || !by.Could(person => SteeringCase.MayHold(request, person))
            ? []
            : [.. (await MoreTimeLines.OpenAsync(db, step!, cancellationToken)).Select(line => new MoreTimeAsked(line.ActorName, UntilOf(line), line.Reason ?? "", line.At))];
    }

    /// <exception cref="NotFoundException">No such case or step, not the actor's to know, or a step without a due time.</exception>
    /// <exception cref="RuleException">not-allowed, stale, on-hold, no-longer-open; no-more-time-asked.</exception>
    /// <exception cref="InvalidInputException">reason: required.</exception>
    public async Task ExecuteAsync(string reference, Guid stepRowId, SteeringInput input, Actor by, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input);
        var (request, actor, step, _, now) = await moveDue.FindAsync(reference, stepRowId, input, by, cancellationToken);
        var asked = await MoreTimeLines.OpenAsync(db, step, cancellationToken);
        if (asked.Count == 0)
        {
            throw new RuleException("no-more-time-asked");
        }

        var line = new TimelineLine(AskMoreTime.Declined)
        {
            StepId = step.StepId,
            IsPublic = asked.All(one => one.IsPublic),
            Reason = input.Reason,
            Values = new Dictionary<string, string>
            {
                ["definition"] = $"{step.Run.Definition}.v{step.Run.Version}",
                [MoreTimeLines.StepRow] = step.Id.ToString(),
                ["people"] = string.Join(", ", asked.Select(one => one.ActorName).Distinct()),
            },
        };
        await timeline.AddAsync(request.Id, line, actor, now, cancellationToken);
        await links.ReadAsync(step, cancellationToken);
        foreach (var reader in (await people.HoldersAsync(step, cancellationToken)).Where(reader => reader.Id != actor.PersonId && asked.Any(one => one.ActorId == reader.Id)))
        {
            var until = UntilOf(asked.Last(one => one.ActorId == reader.Id)).ToString("d MMMM yyyy", Languages.Culture(reader.Language));
            mail.Tell([reader], AskMoreTime.Declined, request, step, steering.StepOf(step), now, ("until", until), ("reason", input.Reason!));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static DateOnly UntilOf(TimelineEntry line) => DateOnly.ParseExact(line.Values["until"], "O", CultureInfo.InvariantCulture);
}
