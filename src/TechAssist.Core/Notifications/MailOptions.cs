using System.ComponentModel.DataAnnotations;

namespace TechAssist.Core.Notifications;

/// <summary>Section <c>Mail</c> of the settings: how mails leave, and as whom.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>The SMTP server. Without one, mails are written to <see cref="Folder"/>.</summary>
    public string? Host { get; set; }

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Nothing is said before the connection is encrypted. Off: port 465 is encrypted from the first byte, any other
    /// not at all.</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>A file (PEM) with the certificate of an authority of the institution's own, beside those the system trusts.</summary>
    public string? Authority { get; set; }

    [Required, EmailAddress]
    public string From { get; set; } = "techassist@localhost";

    /// <summary>Where servers send what they could not deliver, when it is not <see cref="From"/>: the mailbox that is read.</summary>
    [EmailAddress]
    public string? ReturnPath { get; set; }

    /// <summary>Where mails are written, a file each, when there is no server.</summary>
    [Required]
    public string Folder { get; set; } = "data/mail";
}
