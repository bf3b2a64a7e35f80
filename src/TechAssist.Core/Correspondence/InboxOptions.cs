using System.ComponentModel.DataAnnotations;

namespace TechAssist.Core.Correspondence;

/// <summary>How the mailbox is spoken to.</summary>
public enum InboxSecurity
{
    /// <summary>Encrypted from the first byte.</summary>
    Tls,

    /// <summary>Nothing is said before the connection is encrypted.</summary>
    StartTls,

    /// <summary>Not encrypted: for a server on the same machine.</summary>
    None,
}

/// <summary>Section <c>Inbox</c> of the settings: the address to which answers to messages of a case are sent, and the mailbox in which
/// they arrive. Without an address, messages are answered in the portal only.</summary>
public sealed class InboxOptions : IValidatableObject
{
    public const string Section = "Inbox";

    /// <summary>Such as <c>case@assist.example</c>. The mail server must deliver <c>case+anything@assist.example</c> to it too.</summary>
    [EmailAddress]
    public string? Address { get; set; }

    /// <summary>The secret under which addresses of cases are signed; whoever changes it makes those already sent invalid.</summary>
    public string? Key { get; set; }

    /// <summary>The IMAP server. Without one, nothing is read.</summary>
    public string? Host { get; set; }

    [Range(1, 65535)]
    public int Port { get; set; } = 993;

    public InboxSecurity Security { get; set; }

    public string? User { get; set; }

    public string? Password { get; set; }

    [Required]
    public string Folder { get; set; } = "INBOX";

    /// <summary>As <c>Mail:Authority</c>, and the same one unless said otherwise.</summary>
    public string? Authority { get; set; }

    public bool IsSet => !string.IsNullOrEmpty(Address);

    public bool IsRead => !string.IsNullOrEmpty(Host);

    /// <summary>The folder, for people and for the note of how far it was read.</summary>
    public string Name => $"{User}@{Host}:{Port}/{Folder}";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsSet && (Key is null || Key.Length < 32))
        {
            yield return new ValidationResult("With Inbox:Address, Inbox:Key must have at least 32 characters.", [nameof(Key)]);
        }

        if (IsRead && (!IsSet || string.IsNullOrEmpty(User)))
        {
            yield return new ValidationResult("With Inbox:Host, Inbox:Address and Inbox:User must be set.", [nameof(Host)]);
        }
    }
}
