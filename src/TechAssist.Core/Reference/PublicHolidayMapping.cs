using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Reference;

internal sealed class PublicHolidayMapping : IEntityTypeConfiguration<PublicHoliday>
{
    public void Configure(EntityTypeBuilder<PublicHoliday> builder)
    {
        builder.HasNamedRow("public_holidays");
        builder.Property(holiday => holiday.Rule).HasMaxLength(60);
        builder.Property(holiday => holiday.Calendars).HasItems(most: 800);
        builder.Property(holiday => holiday.Corrects).HasMaxLength(ReferenceInput.CodeMost);
    }
}
