using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Reference;

internal sealed class ThemeMapping : IEntityTypeConfiguration<Theme>
{
    public void Configure(EntityTypeBuilder<Theme> builder)
    {
        builder.HasNamedRow("themes");
        builder.Property(theme => theme.ParentCode).HasMaxLength(ReferenceInput.CodeMost);
        builder.HasOne<Theme>().WithMany().HasForeignKey(theme => theme.ParentCode).OnDelete(DeleteBehavior.Restrict);
    }
}
