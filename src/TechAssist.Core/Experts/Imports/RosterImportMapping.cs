using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Imports;

internal sealed class RosterImportMapping :
    IEntityTypeConfiguration<RosterImport>, IEntityTypeConfiguration<RosterImportLine>, IEntityTypeConfiguration<ImportColumnName>
{
    public void Configure(EntityTypeBuilder<RosterImport> builder)
    {
        builder.ToTable("roster_imports");
        builder.Property(import => import.Id).ValueGeneratedNever();
        builder.Property(import => import.FileName).HasMaxLength(255);
        builder.Property(import => import.Columns).HasJson();
        builder.Property(import => import.Mapping).HasJson();
        builder.Property(import => import.Encoding).HasMaxLength(20);
        builder.Property(import => import.Separator).HasMaxLength(1);
        builder.Property(import => import.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(import => import.Duplicates).HasConversion<string>().HasMaxLength(20);
        builder.Property(import => import.StartedByName).HasMaxLength(200);
        builder.Property(import => import.Revision).IsConcurrencyToken();
        builder.HasIndex(import => import.Status);
    }

    public void Configure(EntityTypeBuilder<RosterImportLine> builder)
    {
        builder.ToTable("roster_import_lines");
        builder.HasKey(line => new { line.ImportId, line.Number });
        builder.Property(line => line.Number).ValueGeneratedNever();
        builder.Property(line => line.Cells).HasJson();
        builder.Property(line => line.Faults).HasJson();
        builder.Property(line => line.Before).HasConversion(
            before => before == null ? null : CoreJson.Write(before),
            text => text == null ? null : CoreJson.Read<ProfileBefore>(text));
        builder.Property(line => line.Name).HasMaxLength(220);
        builder.Property(line => line.SameAsName).HasMaxLength(220);
        builder.Property(line => line.Choice).HasConversion<string>().HasMaxLength(20);
        builder.Property(line => line.Result).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<RosterImport>().WithMany().HasForeignKey(line => line.ImportId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(line => new { line.ImportId, line.HasFaults });
    }

    public void Configure(EntityTypeBuilder<ImportColumnName> builder)
    {
        builder.ToTable("import_column_names");
        builder.HasKey(name => name.Header);
        builder.Property(name => name.Header).HasMaxLength(200);
        builder.Property(name => name.Column).HasMaxLength(40);
    }
}
