using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Notifications;

/// <summary>How somebody wants to be told, by kind and channel. What is left out stays as it is.</summary>
public sealed record ChooseMailsInput
{
    public MailPace? Task { get; init; }

    public MailPace? Reminder { get; init; }

    public MailPace? Escalation { get; init; }

    public MailPace? Message { get; init; }

    public MailPace? News { get; init; }

    /// <summary>The kinds that are notifications of the portal too.</summary>
    public IReadOnlyList<MailKind>? InPortal { get; init; }

    public MailPace? Of(MailKind kind) => kind switch
    {
        MailKind.Task => Task,
        MailKind.Reminder => Reminder,
        MailKind.Escalation => Escalation,
        MailKind.Message => Message,
        MailKind.News => News,
        _ => null,
    };
}

/// <summary>Everybody chooses for themselves, within what their duty allows.</summary>
public sealed class ChooseMails(TechAssistDb db)
{
    public async Task<ChooseMailsInput> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        var chosen = await OfAsync(actor, cancellationToken);
        MailPace Pace(MailKind kind) => chosen.GetValueOrDefault(kind)?.Pace is { } pace && MailChoice.Allowed(kind, actor).Contains(pace) ? pace : MailPace.AtOnce;
        return new ChooseMailsInput
        {
            Task = Pace(MailKind.Task),
            Reminder = Pace(MailKind.Reminder),
            Escalation = Pace(MailKind.Escalation),
            Message = Pace(MailKind.Message),
            News = Pace(MailKind.News),
            InPortal = [.. MailKinds.Chosen.Where(kind => chosen.GetValueOrDefault(kind)?.IsInPortal ?? true)],
        };
    }

    /// <exception cref="InvalidInputException">not-a-choice on the kind whose pace duty does not allow.</exception>
    public async Task ExecuteAsync(ChooseMailsInput input, Actor actor, CancellationToken cancellationToken)
    {
        List<FieldError> faults = [.. MailKinds.Chosen
            .Where(kind => input.Of(kind) is { } pace && !MailChoice.Allowed(kind, actor).Contains(pace))
            .Select(kind => new FieldError(JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), "not-a-choice"))];
        InputCheck.ThrowIfInvalid(input, faults);
        var chosen = await OfAsync(actor, cancellationToken);
        foreach (var kind in MailKinds.Chosen)
        {
            Choose(actor, kind, chosen.GetValueOrDefault(kind), input.Of(kind), input.InPortal?.Contains(kind));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private void Choose(Actor actor, MailKind kind, MailChoice? known, MailPace? pace, bool? isInPortal)
    {
        var (newPace, newInPortal) = (pace ?? known?.Pace ?? MailPace.AtOnce, isInPortal ?? known?.IsInPortal ?? true);
        if (known is not null)
        {
            known.Change(newPace, newInPortal);
        }
        else if (newPace != MailPace.AtOnce || !newInPortal)
        {
            db.MailChoices.Add(new MailChoice(actor.PersonId, kind, newPace, newInPortal));
        }
    }

    private Task<Dictionary<MailKind, MailChoice>> OfAsync(Actor actor, CancellationToken cancellationToken) =>
        db.MailChoices.Where(choice => choice.PersonId == actor.PersonId).ToDictionaryAsync(choice => choice.Kind, cancellationToken);
}
