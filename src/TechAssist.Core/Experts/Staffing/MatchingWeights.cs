using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Staffing;

/// <summary>The weights from a moment on. Never changed: the newest row counts, the others say what counted before.</summary>
public sealed class MatchingWeights
{
    private MatchingWeights()
    {
    }

    /// <summary>From 1; two administrators who save at once collide here.</summary>
    public int Version { get; private set; }

    public Weights Weights { get; private set; } = Weights.Standard;

    public string ByName { get; private set; } = "";

    public DateTime At { get; private set; }

    internal static MatchingWeights Next(int version, Weights weights, Actor by, DateTime now) =>
        new() { Version = version, Weights = weights, ByName = by.Name, At = now };
}

internal sealed class MatchingWeightsMapping : IEntityTypeConfiguration<MatchingWeights>
{
    public void Configure(EntityTypeBuilder<MatchingWeights> builder)
    {
        builder.ToTable("matching_weights");
        builder.HasKey(row => row.Version);
        builder.Property(row => row.Version).ValueGeneratedNever();
        builder.Property(row => row.Weights).HasJson();
        builder.Property(row => row.ByName).HasMaxLength(200);
    }
}
