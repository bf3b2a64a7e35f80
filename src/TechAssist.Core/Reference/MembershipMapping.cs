using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Reference;

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.HasRow("memberships");
        builder.Property(membership => membership.CountryCode).HasMaxLength(2);
        builder.Property(membership => membership.Kind).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<Country>().WithMany().HasForeignKey(membership => membership.CountryCode).OnDelete(DeleteBehavior.Restrict);
    }
}
