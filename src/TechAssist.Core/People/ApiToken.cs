using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.People;

/// <summary>A bearer token of the API. Only its hash is kept; the token is shown once.</summary>
public sealed class ApiToken
{
    private ApiToken()
    {
    }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public string Name { get; private set; } = "";

    public string Hash { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    public DateTime? LastUsedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    /// <summary>A new token of 43 characters of <c>A-Za-z0-9_-</c> (256 random bits) and the row that knows its hash.</summary>
    public static (ApiToken Row, string Token) Create(Guid personId, string name, DateTime now)
    {
        var token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var row = new ApiToken { Id = Guid.CreateVersion7(now), PersonId = personId, Name = name, Hash = HashOf(token), CreatedAt = now };
        return (row, token);
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public void Revoke(DateTime now) => RevokedAt ??= now;

    public void Used(DateTime now) => LastUsedAt = now;
}

internal sealed class ApiTokenMapping : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("api_tokens");
        builder.Property(token => token.Id).ValueGeneratedNever();
        builder.Property(token => token.Name).HasMaxLength(100);
        builder.Property(token => token.Hash).HasMaxLength(64);
        builder.HasIndex(token => token.Hash).IsUnique();
        builder.HasIndex(token => token.PersonId);
    }
}
