using System.ComponentModel.DataAnnotations;

namespace TechAssist.Core.Correspondence;

/// <summary>Section <c>Inbox</c> of the settings: the address to which answers to messages of a case are sent. Without one,
/// messages are answered in the portal only.</summary>
public sealed class InboxOptions : IValidatableObject
{
    public const string Section = "Inbox";

    /// <summary>Such as <c>case@assist.example</c>. The mail server must deliver <c>case+anything@assist.example</c> to it too.</summary>
    [EmailAddress]
    public string? Address { get; set; }

    /// <summary>The secret under which addresses of cases are signed; whoever changes it makes those already sent invalid.</summary>
    public string? Key { get; set; }

    public bool IsSet => !string.IsNullOrEmpty(Address);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsSet && (Key is null || Key.Length < 32))
        {
            yield return new ValidationResult("With Inbox:Address, Inbox:Key must have at least 32 characters.", [nameof(Key)]);
        }
    }
}
