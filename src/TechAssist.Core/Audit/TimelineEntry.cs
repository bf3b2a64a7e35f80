using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Audit;

/// <summary>One line of a case's history: who did what, when and why. Append-only; each line carries the hash of the
/// line before it in the same case, so that a change afterwards shows. Lines of no case form one chain of their own.</summary>
public sealed class TimelineEntry
{
    /// <summary>The value that names the officer for whom a substitute acted. Among the values, it is under the hash.</summary>
    public const string OnBehalfOf = "onBehalfOf";

    public const string OnBehalfOfId = "onBehalfOfId";

    private TimelineEntry()
    {
    }

    public Guid Id { get; private set; }

    public Guid? RequestId { get; private set; }

    /// <summary>The case, or all zeros for the chain of what belongs to no case (a database lets two rows without a case pass a unique index).</summary>
    public Guid Chain { get; private set; }

    /// <summary>Position in its chain, from 1.</summary>
    public int Number { get; private set; }

    public DateTime At { get; private set; }

    public Guid ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    /// <summary>What happened: a resource key under <c>Timeline.</c>, such as <c>step-done</c>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The workflow step it belongs to, where there is one.</summary>
    public string? StepId { get; private set; }

    /// <summary>Values for the sentence of <see cref="Kind"/>, by name.</summary>
    public IReadOnlyDictionary<string, string> Values { get; private set; } = new Dictionary<string, string>();

    public string? Reason { get; private set; }

    /// <summary>Shown to the requesting side too; internal lines are the secretariat's.</summary>
    public bool IsPublic { get; private set; }

    public string PreviousHash { get; private set; } = "";

    public string Hash { get; private set; } = "";

    internal static TimelineEntry After(TimelineEntry? last, Guid? requestId, TimelineLine line, Actor by, DateTime now)
    {
        // Both databases keep microseconds; what is hashed must be what is read back.
        now = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
        var entry = new TimelineEntry
        {
            Id = Guid.CreateVersion7(now),
            RequestId = requestId,
            Chain = requestId ?? Guid.Empty,
            Number = (last?.Number ?? 0) + 1,
            At = now,
            ActorId = by.PersonId,
            ActorName = by.Name,
            Kind = line.Kind,
            StepId = line.StepId,
            Values = by.OnBehalfOf is { } away
                ? new Dictionary<string, string>(line.Values) { [OnBehalfOf] = away.Name, [OnBehalfOfId] = away.PersonId.ToString() }
                : line.Values,
            Reason = string.IsNullOrWhiteSpace(line.Reason) ? null : line.Reason.Trim(),
            IsPublic = line.IsPublic,
            PreviousHash = last?.Hash ?? "",
        };
        entry.Hash = entry.ComputeHash();
        return entry;
    }

    /// <summary>SHA-256 over everything the line says and the hash before it, as lower-case hex.</summary>
    public string ComputeHash()
    {
        var text = string.Join('\u001f',
            PreviousHash, Id.ToString("N"), RequestId?.ToString("N"), Number.ToString(CultureInfo.InvariantCulture),
            At.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture), ActorId.ToString("N"), ActorName, Kind, StepId,
            string.Join('\u001e', Values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key + "=" + pair.Value)),
            Reason, IsPublic ? "1" : "0");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

internal sealed class TimelineEntryMapping : IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<TimelineEntry> builder)
    {
        builder.ToTable("timeline");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.ActorName).HasMaxLength(200);
        builder.Property(entry => entry.Kind).HasMaxLength(60);
        builder.Property(entry => entry.StepId).HasMaxLength(60);
        builder.Property(entry => entry.Values).HasJson();
        builder.Property(entry => entry.PreviousHash).HasMaxLength(64);
        builder.Property(entry => entry.Hash).HasMaxLength(64);
        // Two writers of one chain collide here instead of forking it.
        builder.HasIndex(entry => new { entry.Chain, entry.Number }).IsUnique();
    }
}
