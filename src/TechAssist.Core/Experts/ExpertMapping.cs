using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts;

internal sealed class ExpertMapping :
    IEntityTypeConfiguration<Expert>, IEntityTypeConfiguration<ExpertTheme>, IEntityTypeConfiguration<ExpertLanguage>,
    IEntityTypeConfiguration<ExpertNationality>, IEntityTypeConfiguration<ExpertCountry>, IEntityTypeConfiguration<ExpertAbsence>
{
    public void Configure(EntityTypeBuilder<Expert> builder)
    {
        builder.ToTable("experts");
        builder.Property(expert => expert.Id).ValueGeneratedNever();
        builder.Property(expert => expert.Profile).HasJson();
        builder.Property(expert => expert.Name).HasMaxLength(220);
        builder.Property(expert => expert.SortName).HasMaxLength(500);
        builder.Property(expert => expert.NameKey).HasMaxLength(500);
        builder.Property(expert => expert.EmailKey).HasMaxLength(256);
        builder.Property(expert => expert.Suitability).HasConversion<string>().HasMaxLength(20);
        builder.Property(expert => expert.StaffNote).HasMaxLength(4000);
        builder.Property(expert => expert.Revision).IsConcurrencyToken();
        builder.HasOne(expert => expert.Person).WithMany().HasForeignKey(expert => expert.PersonId);
        builder.HasMany(expert => expert.Themes).WithOne().HasForeignKey(row => row.ExpertId);
        builder.HasMany(expert => expert.Languages).WithOne().HasForeignKey(row => row.ExpertId);
        builder.HasMany(expert => expert.Nationalities).WithOne().HasForeignKey(row => row.ExpertId);
        builder.HasMany(expert => expert.Countries).WithOne().HasForeignKey(row => row.ExpertId);
        builder.HasMany(expert => expert.Absences).WithOne().HasForeignKey(row => row.ExpertId);
        builder.HasIndex(expert => expert.PersonId).IsUnique();
        builder.HasIndex(expert => expert.NameKey);
        builder.HasIndex(expert => expert.EmailKey);
        builder.HasIndex(expert => expert.NextAskOn);
        builder.HasIndex(expert => new { expert.SortName, expert.Id });
    }

    // The level is part of the key: a changed level is another row, so a save never updates a key's row in place.
    public void Configure(EntityTypeBuilder<ExpertTheme> builder)
    {
        builder.ToTable("expert_themes");
        builder.HasKey(row => new { row.ExpertId, row.Theme, row.Level });
        builder.Property(row => row.Theme).HasMaxLength(10);
        builder.HasIndex(row => new { row.Theme, row.Level });
    }

    public void Configure(EntityTypeBuilder<ExpertLanguage> builder)
    {
        builder.ToTable("expert_languages");
        builder.HasKey(row => new { row.ExpertId, row.Language, row.Level });
        builder.Property(row => row.Language).HasMaxLength(2);
        builder.HasIndex(row => new { row.Language, row.Level });
    }

    public void Configure(EntityTypeBuilder<ExpertNationality> builder)
    {
        builder.ToTable("expert_nationalities");
        builder.HasKey(row => new { row.ExpertId, row.Country });
        builder.Property(row => row.Country).HasMaxLength(2);
        builder.HasIndex(row => row.Country);
    }

    public void Configure(EntityTypeBuilder<ExpertCountry> builder)
    {
        builder.ToTable("expert_countries");
        builder.HasKey(row => new { row.ExpertId, row.Country });
        builder.Property(row => row.Country).HasMaxLength(2);
        builder.HasIndex(row => row.Country);
    }

    public void Configure(EntityTypeBuilder<ExpertAbsence> builder)
    {
        builder.ToTable("expert_absences");
        builder.HasKey(row => new { row.ExpertId, row.From, row.To });
    }
}
