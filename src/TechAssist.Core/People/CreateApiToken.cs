using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.People;

public sealed record CreateApiTokenInput
{
    /// <summary>What it is for, so that its owner knows it again: "Statistics office, nightly export".</summary>
    [Required, StringLength(100)]
    public string? Name { get; init; }
}

/// <summary>A token just made. <paramref name="Token"/> is shown this once; only its hash is kept.</summary>
public sealed record CreatedApiToken(Guid Id, string Name, string Token);

/// <summary>Somebody makes a token for the programs that act in their name. It may do what they may do, no more.</summary>
public sealed class CreateApiToken(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>How many a person may have at a time.</summary>
    public const int Most = 20;

    /// <exception cref="InvalidInputException">name.</exception>
    /// <exception cref="RuleException">too-many-tokens.</exception>
    public async Task<CreatedApiToken> ExecuteAsync(CreateApiTokenInput input, Actor by, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input);
        if (await db.ApiTokens.CountAsync(token => token.PersonId == by.PersonId && token.RevokedAt == null, cancellationToken) >= Most)
        {
            throw new RuleException("too-many-tokens", Most);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var (row, secret) = ApiToken.Create(by.PersonId, input.Name!.Trim(), now);
        db.ApiTokens.Add(row);
        await timeline.AddAsync(null, TokenLine.Of("token-created", row), by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new CreatedApiToken(row.Id, row.Name, secret);
    }
}

/// <summary>What the audit says about a token: its name, never the token.</summary>
internal static class TokenLine
{
    public static TimelineLine Of(string kind, ApiToken token) =>
        new(kind) { Values = new Dictionary<string, string> { ["token"] = token.Name, ["id"] = token.Id.ToString("N") } };
}
