using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Notifications.Portal;

/// <summary>What a mail says, in the portal. It is made by the save that makes the mail, and has its id.</summary>
public sealed class Notification
{
    private Notification()
    {
    }

    /// <summary>That of the outbox row; by time.</summary>
    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public string Template { get; private set; } = "";

    /// <summary>What its line names, and no more of the mail: never a link that lets its holder act.</summary>
    public IReadOnlyDictionary<string, string> Values { get; private set; } = new Dictionary<string, string>();

    /// <summary>The page it is about; null where there is none.</summary>
    public string? Path { get; private set; }

    public Guid? RequestId { get; private set; }

    /// <summary>Is shown from then on: a call that opens later is told of when it opens.</summary>
    public DateTime CreatedAt { get; private set; }

    public DateTime? ReadAt { get; private set; }

    internal void Read(DateTime now) => ReadAt ??= now;

    internal static Notification Of(OutboxMessage mail) => new()
    {
        Id = mail.Id,
        PersonId = mail.PersonId!.Value,
        Template = mail.Template,
        Values = MailText.ValuesOfSubject(mail.Template, mail.Values),
        Path = mail.Values.GetValueOrDefault("path"),
        RequestId = mail.RequestId,
        CreatedAt = mail.CreatedAt,
    };
}

internal sealed class NotificationMapping : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("notifications");
        builder.Property(notification => notification.Id).ValueGeneratedNever();
        builder.Property(notification => notification.Template).HasMaxLength(60);
        builder.Property(notification => notification.Values).HasJson();
        builder.Property(notification => notification.Path).HasMaxLength(400);
        builder.HasIndex(notification => new { notification.PersonId, notification.ReadAt, notification.CreatedAt });
        builder.HasIndex(notification => new { notification.PersonId, notification.Id });
        builder.HasIndex(notification => notification.CreatedAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(notification => notification.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class NotificationVisibility
{
    /// <summary>One's own, and of those what is due to be told.</summary>
    public static IQueryable<Notification> NotificationsOf(this TechAssistDb db, Actor actor, DateTime now) =>
        db.Notifications.Where(notification => notification.PersonId == actor.PersonId && notification.CreatedAt <= now);
}
