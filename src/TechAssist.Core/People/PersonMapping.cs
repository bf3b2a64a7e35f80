using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.People;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.Property(person => person.Name).HasMaxLength(200);
        builder.Property(person => person.Language).HasMaxLength(2);
        builder.Property(person => person.TimeZone).HasMaxLength(60);
        builder.Property(person => person.Institution).HasMaxLength(300);
        builder.HasMany(person => person.Roles).WithOne(role => role.Person).HasForeignKey(role => role.PersonId);
    }

    public void Configure(EntityTypeBuilder<RoleAssignment> builder)
    {
        builder.ToTable("role_assignments");
        builder.Property(role => role.Id).ValueGeneratedNever();
        builder.Property(role => role.Role).HasConversion<string>().HasMaxLength(30);
        builder.Property(role => role.Country).HasMaxLength(2);
        builder.HasIndex(role => new { role.PersonId, role.Role, role.Country, role.RequestId }).IsUnique();
        builder.HasIndex(role => new { role.Role, role.Country });
        builder.HasIndex(role => role.RequestId);
    }
}
