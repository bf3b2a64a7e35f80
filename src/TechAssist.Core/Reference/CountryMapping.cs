using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Reference;

internal sealed class CountryMapping : IEntityTypeConfiguration<Country>
{
    public void Configure(EntityTypeBuilder<Country> builder)
    {
        builder.HasNamedRow("countries");
        builder.Property(country => country.Alpha3).HasMaxLength(3);
        builder.Property(country => country.Region).HasConversion<string>().HasMaxLength(20);
        builder.Property(country => country.Continent).HasConversion<string>().HasMaxLength(20);
        builder.Property(country => country.Role).HasConversion<string>().HasMaxLength(20);
        builder.Property(country => country.DefaultLanguage).HasMaxLength(2);
        builder.Property(country => country.TimeZone).HasMaxLength(40);
        builder.Property(country => country.Languages).HasItems();
        builder.Property(country => country.Weekend).HasItems();
        builder.Property(country => country.ReferenceAreas).HasItems();
        builder.HasIndex(country => country.Alpha3).IsUnique();
    }
}
