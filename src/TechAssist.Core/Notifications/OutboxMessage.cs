using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Notifications;

/// <summary>Where a mail stands.</summary>
public enum MailState
{
    Waiting,
    Sent,

    /// <summary>Its words went out in a daily mail.</summary>
    InDigest,

    /// <summary>Had become pointless, or is not wanted.</summary>
    Dropped,

    /// <summary>Was not taken in all its tries.</summary>
    Failed,

    /// <summary>Had left, and came back: nobody read it.</summary>
    Bounced,
}

/// <summary>A mail that must go out. Written in the same save as what caused it, sent by a recurring job.</summary>
public sealed class OutboxMessage
{
    /// <summary>Tries before it is given up: about three days.</summary>
    public const int MostTries = 12;

    /// <summary>Why a mail was dropped that the process wants in the portal alone.</summary>
    public const string InPortalOnly = "in-portal-only";

    private OutboxMessage()
    {
    }

    public Guid Id { get; private set; }

    public Guid? RequestId { get; private set; }

    /// <summary>The step it is about, where it is about one: once that is closed the mail has become pointless.</summary>
    public Guid? StepRowId { get; private set; }

    /// <summary>Which text: a resource key under <c>Mail.</c>.</summary>
    public string Template { get; private set; } = "";

    public Guid? PersonId { get; private set; }

    public string ToAddress { get; private set; } = "";

    public string ToName { get; private set; } = "";

    public string Language { get; private set; } = "fr";

    public IReadOnlyDictionary<string, string> Values { get; private set; } = new Dictionary<string, string>();

    /// <summary>A link that lets its holder act without an account. Nobody may read it here once the mail has left.</summary>
    public string? OncePath { get; private set; }

    /// <summary>A link with which its holder asks for more time. Nobody may read it here either once the mail has left.</summary>
    public string? MoreTimePath { get; private set; }

    /// <summary>Where an answer goes; null where it goes to the sender of all mails.</summary>
    public string? ReplyTo { get; private set; }

    /// <summary>Days for the reader's calendar, attached to the mail.</summary>
    public CalendarHold? Hold { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>Not before this instant. Null once it was sent or given up.</summary>
    public DateTime? NextTryAt { get; private set; }

    public MailState State { get; private set; }

    /// <summary>Was put off until then: the reader's night, closed days, or the next daily mail.</summary>
    public DateTime? NotBeforeAt { get; private set; }

    /// <summary>The daily mail that carries it instead of one of its own.</summary>
    public Guid? DigestId { get; private set; }

    public int Tries { get; private set; }

    public DateTime? SentAt { get; private set; }

    public string? LastError { get; private set; }

    /// <summary>When it came back; null unless it did.</summary>
    public DateTime? BouncedAt { get; private set; }

    /// <summary>Somebody has seen that it came back, and did what was to be done.</summary>
    public DateTime? BounceSeenAt { get; private set; }

    public static OutboxMessage To(
        Person reader, string template, Guid? requestId, IReadOnlyDictionary<string, string> values, DateTime now, Guid? stepRowId = null) => new()
        {
            Id = Guid.CreateVersion7(now),
            RequestId = requestId,
            StepRowId = stepRowId,
            Template = template,
            PersonId = reader.Id,
            ToAddress = reader.Email,
            ToName = reader.Name,
            Language = reader.Language,
            Values = values,
            CreatedAt = now,
            NextTryAt = now,
        };

    /// <summary>One mail that carries several for the same reader.</summary>
    internal static OutboxMessage DigestOf(IReadOnlyList<OutboxMessage> parts, DateTime now)
    {
        var last = parts[^1];
        var digest = new OutboxMessage
        {
            Id = Guid.CreateVersion7(now),
            Template = MailKinds.DigestTemplate,
            PersonId = last.PersonId,
            ToAddress = last.ToAddress,
            ToName = last.ToName,
            Language = last.Language,
            Values = new Dictionary<string, string> { ["count"] = parts.Count.ToString(CultureInfo.InvariantCulture), ["path"] = "/tasks" },
            CreatedAt = now,
        };
        foreach (var part in parts)
        {
            part.GoIn(digest);
        }

        return digest;
    }

    public void Sent(DateTime now) =>
        (State, SentAt, NextTryAt, LastError, OncePath, MoreTimePath) = (MailState.Sent, now, null, null, null, null);

    /// <summary>Tries again after 1, 2, 4 … minutes; gives up after <see cref="MostTries"/> tries.</summary>
    public void Failed(string error, DateTime now)
    {
        Tries++;
        LastError = error.Length > 500 ? error[..500] : error;
        State = Tries >= MostTries ? MailState.Failed : MailState.Waiting;
        NextTryAt = State == MailState.Failed ? null : now.AddMinutes(Math.Pow(2, Tries - 1));
    }

    /// <summary>A server on the way could not deliver it.</summary>
    internal void CameBack(string reason, DateTime now)
    {
        (State, BouncedAt, BounceSeenAt, NextTryAt) = (MailState.Bounced, now, null, null);
        LastError = reason.Length > 500 ? reason[..500] : reason;
    }

    internal void SeenToBounce(DateTime now) => BounceSeenAt = now;

    /// <summary>Somebody has mended what stood in the way.</summary>
    internal void TryAgain(DateTime now) => (State, Tries, NextTryAt) = (MailState.Waiting, 0, now);

    /// <summary>Is not sent any more: what it says has become pointless.</summary>
    internal void GiveUp(string why) => (State, NextTryAt, LastError, OncePath, MoreTimePath) = (MailState.Dropped, null, why, null, null);

    internal void PutOff(DateTime until) => (NotBeforeAt, NextTryAt) = (until, until);

    /// <summary>Goes out as a part of another mail.</summary>
    internal void GoIn(OutboxMessage digest) => (State, DigestId, NextTryAt, MoreTimePath) = (MailState.InDigest, digest.Id, null, null);

    /// <summary>Belongs to whoever made it until then.</summary>
    internal OutboxMessage ClaimedUntil(DateTime until)
    {
        NextTryAt = until;
        return this;
    }

    /// <summary>The same with its link to another page of the portal.</summary>
    internal OutboxMessage At(string path)
    {
        Values = new Dictionary<string, string>(Values) { ["path"] = path };
        return this;
    }

    /// <summary>The same with a link that is forgotten once the mail has left.</summary>
    internal OutboxMessage ByLink(string path)
    {
        OncePath = path;
        return this;
    }

    /// <summary>The same with a link for more time.</summary>
    internal OutboxMessage WithMoreTime(string? path)
    {
        MoreTimePath = path;
        return this;
    }

    /// <summary>The same with an address for answers.</summary>
    internal OutboxMessage AnsweredAt(string? address)
    {
        ReplyTo = address;
        return this;
    }

    /// <summary>The same with days for the reader's calendar.</summary>
    internal OutboxMessage With(CalendarHold? hold)
    {
        Hold = hold;
        return this;
    }

    /// <summary>The part of a person that a mail needs.</summary>
    public sealed record Person(Guid Id, string Email, string Name, string Language);
}

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox");
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.Template).HasMaxLength(60);
        builder.Property(message => message.ToAddress).HasMaxLength(256);
        builder.Property(message => message.ToName).HasMaxLength(200);
        builder.Property(message => message.Language).HasMaxLength(2);
        builder.Property(message => message.LastError).HasMaxLength(500);
        builder.Property(message => message.Values).HasJson();
        builder.Property(message => message.ReplyTo).HasMaxLength(320);
        builder.Property(message => message.OncePath).HasMaxLength(2000);
        builder.Property(message => message.MoreTimePath).HasMaxLength(200);
        builder.Property(message => message.Hold!).HasJson();
        builder.Property(message => message.State).HasConversion<string>().HasMaxLength(10);
        builder.HasIndex(message => message.NextTryAt);
        builder.HasIndex(message => message.DigestId);
        builder.HasIndex(message => new { message.State, message.CreatedAt });
        builder.HasIndex(message => new { message.ToAddress, message.NextTryAt });
        builder.HasIndex(message => message.RequestId);
    }
}
