using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Reference;

/// <summary>The one row that changes with every change of reference data, so that each node notices by one cheap read.
/// Not a concurrency token: two administrators changing different rows do not collide here.</summary>
public sealed class ReferenceVersion
{
    public const int OnlyId = 1;

    private ReferenceVersion()
    {
    }

    public int Id { get; private set; } = OnlyId;

    public Guid Stamp { get; private set; }

    internal static ReferenceVersion First(DateTime now) => new() { Stamp = Guid.CreateVersion7(now) };

    internal void Changed(DateTime now) => Stamp = Guid.CreateVersion7(now);
}

internal sealed class ReferenceVersionMapping : IEntityTypeConfiguration<ReferenceVersion>
{
    public void Configure(EntityTypeBuilder<ReferenceVersion> builder)
    {
        builder.ToTable("reference_version");
        builder.Property(version => version.Id).ValueGeneratedNever();
    }
}
