using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Registrations;

public enum RegistrationOrigin
{
    /// <summary>Somebody asked for the form by an e-mail address.</summary>
    Application,

    /// <summary>The secretariat sent the link.</summary>
    Invitation,
}

public enum RegistrationStatus
{
    /// <summary>Being written; nobody but its writer reads it.</summary>
    Writing,

    /// <summary>With the secretariat.</summary>
    Sent,

    /// <summary>Back with its writer, with what the secretariat asks for.</summary>
    MoreAsked,

    Admitted,

    Declined,
}

/// <summary>An expert's own way onto the roster: a profile that its writer fills in part by part behind a signed link, and that
/// the secretariat then vets. One for each address.</summary>
public sealed class Registration
{
    private const int MostName = 200;

    private Registration()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Where the link was sent: whoever writes here reads that mailbox.</summary>
    public string Email { get; private set; } = "";

    /// <summary>The address in lower case.</summary>
    public string EmailKey { get; private set; } = "";

    /// <summary>"fr" or "en": the language its writer is written to.</summary>
    public string Language { get; private set; } = "fr";

    public RegistrationOrigin Origin { get; private set; }

    public Guid? InvitedById { get; private set; }

    public RegistrationStatus Status { get; private set; }

    /// <summary>As far as it is written: not checked.</summary>
    public ExpertProfile Profile { get; private set; } = new();

    /// <summary>The name of the profile; the address while there is none.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The keys of the parts that were saved at least once, separated by spaces.</summary>
    public string Parts { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    /// <summary>When the last link was sent.</summary>
    public DateTime MailedAt { get; private set; }

    /// <summary>When the link was first used to write: the address is its writer's.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    public DateTime SavedAt { get; private set; }

    public DateTime? SentAt { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public string? DecidedByName { get; private set; }

    /// <summary>Why it was declined, or what the secretariat asks for.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who it became.</summary>
    public Guid? ExpertId { get; private set; }

    public int Revision { get; private set; }

    public bool IsOpen => Status is RegistrationStatus.Writing or RegistrationStatus.MoreAsked;

    internal static Registration Begin(RegistrationOrigin origin, string email, string language, Guid? invitedById, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Origin = origin,
        Email = email,
        EmailKey = email.ToLowerInvariant(),
        Name = Short(email),
        Language = language,
        InvitedById = invitedById,
        CreatedAt = now,
        MailedAt = now,
        SavedAt = now,
    };

    internal bool HasPart(string key) => Parts.Split(' ').Contains(key);

    /// <summary>A link was sent once more.</summary>
    internal void Mailed(string language, Guid? invitedById, DateTime now)
    {
        (Language, MailedAt) = (language, now);
        if (invitedById is not null)
        {
            (Origin, InvitedById) = (RegistrationOrigin.Invitation, invitedById);
        }

        if (Status == RegistrationStatus.Declined)
        {
            // Somebody who was declined may try again, from what was written.
            Status = RegistrationStatus.Writing;
        }

        Revision++;
    }

    internal void Write(string part, ExpertProfile profile, DateTime now)
    {
        Profile = profile;
        Name = Short(profile.Name.Length == 0 ? Email : profile.Name);
        Parts = HasPart(part) ? Parts : $"{Parts} {part}".Trim();
        ConfirmedAt ??= now;
        SavedAt = now;
        Revision++;
    }

    internal void Send(DateTime now)
    {
        (Status, SentAt, Reason) = (RegistrationStatus.Sent, now, null);
        Revision++;
    }

    internal void AskMore(string what, Actor by, DateTime now)
    {
        (Status, Reason, DecidedByName, MailedAt) = (RegistrationStatus.MoreAsked, what, by.Name, now);
        Revision++;
    }

    internal void Decline(string reason, Actor by, DateTime now)
    {
        (Status, Reason, DecidedAt, DecidedByName) = (RegistrationStatus.Declined, reason, now, by.Name);
        Revision++;
    }

    /// <summary>The profile is the expert's now, and kept once only.</summary>
    internal void Admit(Guid expertId, Actor by, DateTime now)
    {
        (Status, ExpertId, DecidedAt, DecidedByName, Profile) = (RegistrationStatus.Admitted, expertId, now, by.Name, new ExpertProfile());
        Revision++;
    }

    /// <summary>A draft may hold more than a name; the list shows its beginning.</summary>
    private static string Short(string name)
    {
        if (name.Length <= MostName)
        {
            return name;
        }

        return char.IsHighSurrogate(name[MostName - 1]) ? name[..(MostName - 1)] : name[..MostName];
    }
}

internal sealed class RegistrationMapping : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> builder)
    {
        builder.ToTable("registrations");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Email).HasMaxLength(256);
        builder.Property(row => row.EmailKey).HasMaxLength(256);
        builder.Property(row => row.Language).HasMaxLength(2);
        builder.Property(row => row.Origin).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.Profile).HasJson();
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.Property(row => row.Parts).HasMaxLength(200);
        builder.Property(row => row.DecidedByName).HasMaxLength(200);
        builder.Property(row => row.Reason).HasMaxLength(4000);
        builder.Property(row => row.Revision).IsConcurrencyToken();
        builder.HasIndex(row => row.EmailKey).IsUnique();
        builder.HasIndex(row => new { row.Status, row.SavedAt, row.Id });
    }
}
