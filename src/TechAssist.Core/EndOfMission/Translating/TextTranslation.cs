using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.EndOfMission.Translating;

/// <summary>The translation of one text of a report. It belongs to the words, not to their place: a row that moves keeps it, and words that
/// change lose it.</summary>
public sealed class TextTranslation
{
    private TextTranslation()
    {
    }

    public Guid ReportId { get; private set; }

    /// <summary>"fr" or "en": what it is translated into.</summary>
    public string Language { get; private set; } = "fr";

    /// <summary>Of the text it translates: <see cref="TranslatableText.Source"/>.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The text it translates; null where it was changed while somebody translated it.</summary>
    public string? Original { get; private set; }

    /// <summary>Where that text stood, as a camel-case path inside the content.</summary>
    public string Field { get; private set; } = "";

    public string Text { get; private set; } = "";

    public Guid? ByPersonId { get; private set; }

    public string ByName { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    public int Revision { get; private set; }

    internal static TextTranslation Of(EndOfMissionReport report, string source, string? original, string field) => new()
    {
        ReportId = report.Id,
        Language = report.OtherLanguage,
        Source = source,
        Original = original,
        Field = field,
    };

    internal void Write(string text, Actor by, DateTime now)
    {
        (Text, ByPersonId, ByName, At) = (text, by.PersonId, by.Name, now);
        Revision++;
    }
}

internal sealed class TextTranslationMapping : IEntityTypeConfiguration<TextTranslation>
{
    public void Configure(EntityTypeBuilder<TextTranslation> builder)
    {
        builder.ToTable("report_translations");
        builder.HasKey(translation => new { translation.ReportId, translation.Language, translation.Source });
        builder.Property(translation => translation.Language).HasMaxLength(2);
        builder.Property(translation => translation.Source).HasMaxLength(12);
        builder.Property(translation => translation.Field).HasMaxLength(CommentOnReportInput.MostField);
        builder.Property(translation => translation.ByName).HasMaxLength(200);
        builder.Property(translation => translation.Revision).IsConcurrencyToken();
        builder.HasOne<EndOfMissionReport>().WithMany().HasForeignKey(translation => translation.ReportId);
    }
}
