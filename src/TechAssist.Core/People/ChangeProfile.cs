using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Clock;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.People;

public sealed record ProfileInput
{
    [Required, StringLength(200)]
    public string? Name { get; init; }

    [StringLength(300)]
    public string? Institution { get; init; }

    /// <summary>"fr" or "en".</summary>
    public string? Language { get; init; }

    /// <summary>An IANA id; empty for the usual one.</summary>
    public string? TimeZone { get; init; }
}

public sealed record PasswordInput
{
    [Required]
    public string? Current { get; init; }

    [Required]
    public string? New { get; init; }
}

/// <summary>A person changes what the portal knows of them.</summary>
public sealed class ChangeProfile(TechAssistDb db, UserManager<Person> accounts, TimelineWriter timeline, TimeProvider clock)
{
    public async Task<ProfileInput> ReadAsync(Actor by, CancellationToken cancellationToken) =>
        await db.People.Where(person => person.Id == by.PersonId)
            .Select(person => new ProfileInput { Name = person.Name, Institution = person.Institution, Language = person.Language, TimeZone = person.TimeZone })
            .SingleAsync(cancellationToken);

    public async Task ExecuteAsync(ProfileInput input, Actor by, CancellationToken cancellationToken)
    {
        var zone = Blank.ToNull(input.TimeZone);
        InputCheck.ThrowIfInvalid(input, Faults(input, zone));
        var person = await FindAsync(by, cancellationToken);
        person.Rename(input.Name!.Trim(), Blank.ToNull(input.Institution));
        person.Speak(input.Language!);
        person.LiveIn(zone);
        await SaveAsync("profile-changed", by, cancellationToken);
    }

    /// <summary>The switch in the header: from now on every page and mail speaks this language.</summary>
    public async Task SpeakAsync(string language, Actor by, CancellationToken cancellationToken)
    {
        var person = await FindAsync(by, cancellationToken);
        if (person.Language == language || !Languages.IsOne(language))
        {
            return;
        }

        person.Speak(language);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Every other place where the account is signed in must sign in anew.</summary>
    /// <exception cref="InvalidInputException">The present password is wrong, or the new one too weak.</exception>
    public async Task<Person> ChangePasswordAsync(PasswordInput input, Actor by, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input);
        var person = await FindAsync(by, cancellationToken);
        if (!await accounts.CheckPasswordAsync(person, input.Current!))
        {
            throw new InvalidInputException("current", "wrong-password");
        }

        PasswordRules.ThrowIfWeak("new", input.New, person);
        person.PasswordHash = accounts.PasswordHasher.HashPassword(person, input.New!);
        person.SecurityStamp = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
        await SaveAsync("password-changed", by, cancellationToken);
        return person;
    }

    private static IEnumerable<FieldError> Faults(ProfileInput input, string? zone)
    {
        if (!Languages.IsOne(input.Language))
        {
            yield return new FieldError("language", "choose-one");
        }

        if (zone is not null && TimeZones.Find(zone) is null)
        {
            yield return new FieldError("timeZone", "not-a-choice");
        }
    }

    private Task<Person> FindAsync(Actor by, CancellationToken cancellationToken) =>
        db.People.SingleAsync(person => person.Id == by.PersonId, cancellationToken);

    private async Task SaveAsync(string kind, Actor by, CancellationToken cancellationToken)
    {
        await timeline.AddAsync(null, new TimelineLine(kind), by, clock.GetUtcNow().UtcDateTime, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
