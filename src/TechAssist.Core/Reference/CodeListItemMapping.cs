using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Reference;

internal sealed class CodeListItemMapping : IEntityTypeConfiguration<CodeListItem>
{
    public void Configure(EntityTypeBuilder<CodeListItem> builder)
    {
        builder.HasNamedRow("code_list_items");
        builder.Property(item => item.List).HasMaxLength(30);
        builder.Property(item => item.Value).HasMaxLength(9);
        builder.HasIndex(item => new { item.List, item.Value }).IsUnique();
    }
}
