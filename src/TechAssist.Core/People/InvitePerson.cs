using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.People;

public sealed record InvitePersonInput
{
    [Required, StringLength(200)]
    public string? Name { get; init; }

    [Required, StringLength(256), EmailAddress]
    public string? Email { get; init; }

    /// <summary>"fr" or "en".</summary>
    [Required]
    public string? Language { get; init; } = "fr";

    [StringLength(300)]
    public string? Institution { get; init; }

    public RolesInput Roles { get; init; } = new();
}

/// <summary>An administrator opens an account; the person gets a mail with a one-time link to choose a password.</summary>
public sealed class InvitePerson(TechAssistDb db, AccountLinks links, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="InvalidInputException">Something is missing, or the address has an account already.</exception>
    public async Task<Person> ExecuteAsync(InvitePersonInput input, Actor by, CancellationToken cancellationToken)
    {
        Administrators.ThrowIfNotOne(by);
        var language = Languages.IsOne(input.Language) ? [] : new[] { new FieldError("language", "choose-one") };
        InputCheck.ThrowIfInvalid(input, [.. language, .. input.Roles.Check("roles")]);
        var email = input.Email!.Trim();
        var normalized = email.ToUpperInvariant();
        if (await db.People.AnyAsync(person => person.NormalizedEmail == normalized, cancellationToken))
        {
            throw new InvalidInputException("email", "address-taken");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var invited = Person.Invite(email, input.Name!.Trim(), input.Language!, Blank.ToNull(input.Institution), now);
        foreach (var (role, country) in input.Roles.Grants())
        {
            invited.Grant(role, now, country);
        }

        db.People.Add(invited);
        await AccountMails.AddInvitationAsync(db, links, invited, now);
        await timeline.AddAsync(null, new TimelineLine("person-invited")
        {
            Values = new Dictionary<string, string> { ["person"] = invited.Name, ["roles"] = input.Roles.ToString() },
        }, by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return invited;
    }
}
