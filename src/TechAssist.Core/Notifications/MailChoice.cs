using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.People;

namespace TechAssist.Core.Notifications;

public enum MailPace
{
    /// <summary>Each as it happens, within the reader's hours.</summary>
    AtOnce,

    /// <summary>All of a day in one, in the morning.</summary>
    Daily,

    Never,
}

/// <summary>How a person wants to be told of one kind, where it is not by a mail <see cref="MailPace.AtOnce"/> and in the portal too.</summary>
public sealed class MailChoice
{
    private MailChoice()
    {
    }

    internal MailChoice(Guid personId, MailKind kind, MailPace pace, bool isInPortal) => (PersonId, Kind, Pace, IsInPortal) = (personId, kind, pace, isInPortal);

    public Guid PersonId { get; private set; }

    public MailKind Kind { get; private set; }

    public MailPace Pace { get; private set; }

    /// <summary>Among the notifications of the portal too. Nobody's duty needs that: what it needs comes by mail, which reaches people
    /// who do not open the portal.</summary>
    public bool IsInPortal { get; private set; } = true;

    internal void Change(MailPace pace, bool isInPortal) => (Pace, IsInPortal) = (pace, isInPortal);

    /// <summary>What duty allows of the mails. Tasks, reminders and messages reach whoever must act or answer, at the latest the next morning. Word of a delay
    /// reaches the secretariat at once: somebody must do something about it. News may be turned off by whoever has no rights
    /// that run from them; a requesting side learns of every decision on its case.</summary>
    public static IReadOnlyList<MailPace> Allowed(MailKind kind, Actor actor) => kind switch
    {
        MailKind.Task or MailKind.Reminder or MailKind.Message => [MailPace.AtOnce, MailPace.Daily],
        MailKind.Escalation => actor.IsSecretariat ? [MailPace.AtOnce] : [MailPace.AtOnce, MailPace.Daily],
        MailKind.News when IsOfRequestingSide(actor) => [MailPace.AtOnce, MailPace.Daily],
        MailKind.News => [MailPace.AtOnce, MailPace.Daily, MailPace.Never],
        _ => [MailPace.AtOnce],
    };

    private static bool IsOfRequestingSide(Actor actor) =>
        actor.Grants.Any(grant => grant.Role is Role.Requester or Role.FocalPoint or Role.Counterpart);
}

internal sealed class MailChoiceMapping : IEntityTypeConfiguration<MailChoice>
{
    public void Configure(EntityTypeBuilder<MailChoice> builder)
    {
        builder.ToTable("mail_choices");
        builder.HasKey(choice => new { choice.PersonId, choice.Kind });
        builder.Property(choice => choice.Kind).HasConversion<string>().HasMaxLength(12);
        builder.Property(choice => choice.Pace).HasConversion<string>().HasMaxLength(8);
        builder.HasOne<Person>().WithMany().HasForeignKey(choice => choice.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
