using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Reference;

/// <summary>The columns all tables of reference data have.</summary>
internal static class ReferenceRowMapping
{
    public static void HasRow<T>(this EntityTypeBuilder<T> builder, string table)
        where T : ReferenceRow
    {
        builder.ToTable(table);
        builder.HasKey(row => row.Code);
        builder.Property(row => row.Code).HasMaxLength(ReferenceInput.CodeMost);
        builder.Property(row => row.Certainty).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.Source).HasMaxLength(400);
        builder.Property(row => row.NoteEn).HasMaxLength(1000);
        builder.Property(row => row.NoteFr).HasMaxLength(1000);
        builder.Property(row => row.Revision).IsConcurrencyToken();
    }

    public static void HasNamedRow<T>(this EntityTypeBuilder<T> builder, string table)
        where T : NamedRow
    {
        builder.HasRow(table);
        builder.Property(row => row.NameEn).HasMaxLength(NamedInput.NameMost);
        builder.Property(row => row.NameFr).HasMaxLength(NamedInput.NameMost);
        builder.Property(row => row.UnofficialLanguage).HasMaxLength(2);
    }

    /// <summary>A short list kept as JSON text, the same on both databases; equal when its items are.</summary>
    public static void HasItems<T>(this PropertyBuilder<IReadOnlyList<T>> property, int most = 400) => property
        .HasConversion(
            items => CoreJson.Write(items),
            text => CoreJson.Read<T[]>(text),
            new ValueComparer<IReadOnlyList<T>>(
                (left, right) => left != null && right != null && left.SequenceEqual(right),
                items => items.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
                items => items))
        .HasMaxLength(most);
}
