using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Reference;

internal sealed class OfficeWeekMapping : IEntityTypeConfiguration<OfficeWeek>
{
    public void Configure(EntityTypeBuilder<OfficeWeek> builder)
    {
        builder.HasNamedRow("office_weeks");
        builder.Property(week => week.Calendars).HasItems(most: 800);
        builder.Property(week => week.Weekend).HasItems();
    }
}
