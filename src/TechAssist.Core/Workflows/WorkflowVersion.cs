using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Workflows;

/// <summary>A version of a definition that an administrator published: the file it comes from with other ladders. Never changed and never
/// deleted, since cases run on it.</summary>
public sealed class WorkflowVersion
{
    /// <summary>The first change of file version n is n·1000+1: versions of later files never meet those in the database.</summary>
    public const int PerFile = 1000;

    private WorkflowVersion()
    {
    }

    public string Definition { get; private set; } = "";

    public int Version { get; private set; }

    /// <summary>The whole definition, in the format of the files.</summary>
    public string Json { get; private set; } = "";

    public DateTime PublishedAt { get; private set; }

    public string PublishedByName { get; private set; } = "";

    internal static WorkflowVersion Of(string definition, int version, string json, Actor by, DateTime now) => new()
    {
        Definition = definition,
        Version = version,
        Json = json,
        PublishedAt = now,
        PublishedByName = by.Name,
    };

    /// <summary>Where a version stands in the order of time: a file comes before its own changes and after those of the file before.</summary>
    public static int OrderOf(int version) => version < PerFile ? version * PerFile : version;

    /// <summary>The number of the change that follows a version.</summary>
    public static int After(int version) => OrderOf(version) + 1;
}

internal sealed class WorkflowVersionMapping : IEntityTypeConfiguration<WorkflowVersion>
{
    public void Configure(EntityTypeBuilder<WorkflowVersion> builder)
    {
        builder.ToTable("workflow_versions");
        builder.HasKey(version => new { version.Definition, version.Version });
        builder.Property(version => version.Definition).HasMaxLength(40);
        builder.Property(version => version.PublishedByName).HasMaxLength(200);
    }
}
