using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Reference;

internal sealed class FrameworkMapping : IEntityTypeConfiguration<Framework>, IEntityTypeConfiguration<FrameworkPart>,
    IEntityTypeConfiguration<Objective>, IEntityTypeConfiguration<ObjectiveLink>
{
    public void Configure(EntityTypeBuilder<Framework> builder) => builder.HasNamedRow("frameworks");

    public void Configure(EntityTypeBuilder<FrameworkPart> builder)
    {
        builder.HasNamedRow("framework_parts");
        builder.Property(part => part.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(part => part.FrameworkCode).HasMaxLength(ReferenceInput.CodeMost);
        builder.HasOne<Framework>().WithMany().HasForeignKey(part => part.FrameworkCode).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Objective> builder)
    {
        builder.HasNamedRow("objectives");
        builder.Property(objective => objective.FrameworkCode).HasMaxLength(ReferenceInput.CodeMost);
        builder.Property(objective => objective.PartCode).HasMaxLength(ReferenceInput.CodeMost);
        builder.HasOne<Framework>().WithMany().HasForeignKey(objective => objective.FrameworkCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FrameworkPart>().WithMany().HasForeignKey(objective => objective.PartCode).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ObjectiveLink> builder)
    {
        builder.HasRow("objective_links");
        builder.Property(link => link.FromCode).HasMaxLength(ReferenceInput.CodeMost);
        builder.Property(link => link.ToCode).HasMaxLength(ReferenceInput.CodeMost);
        builder.HasOne<Objective>().WithMany().HasForeignKey(link => link.FromCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Objective>().WithMany().HasForeignKey(link => link.ToCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(link => new { link.FromCode, link.ToCode }).IsUnique();
    }
}
