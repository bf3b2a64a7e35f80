using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Experts;

namespace TechAssist.Core.FollowUp.Surveys;

/// <summary>What one participant said. Nothing in it leads to the person: no name, no address, no hour, not even the order in which
/// the answers came.</summary>
public sealed class SurveyAnswer
{
    private SurveyAnswer()
    {
    }

    /// <summary>Made from the form that was sent, so that sending it again counts once; the form itself cannot be read from it.</summary>
    public Guid Id { get; private set; }

    public Guid SurveyId { get; private set; }

    public int Relevance { get; private set; }

    public int Clarity { get; private set; }

    public int Usefulness { get; private set; }

    public int Experts { get; private set; }

    public int Organisation { get; private set; }

    public string? WillApply { get; private set; }

    public Sex? Sex { get; private set; }

    public string? Comment { get; private set; }

    /// <summary>Why the words are kept from all but the secretariat: they name somebody.</summary>
    public string? HiddenReason { get; private set; }

    internal static SurveyAnswer Of(Guid surveyId, SurveyAnswerInput input) => new()
    {
        Id = IdOf(surveyId, input.FormId),
        SurveyId = surveyId,
        Relevance = input.Relevance!.Value,
        Clarity = input.Clarity!.Value,
        Usefulness = input.Usefulness!.Value,
        Experts = input.Experts!.Value,
        Organisation = input.Organisation!.Value,
        WillApply = Blank.ToNull(input.WillApply),
        Sex = input.Sex,
        Comment = Blank.ToNull(input.Comment),
    };

    internal static Guid IdOf(Guid surveyId, Guid formId) => new(SHA256.HashData([.. surveyId.ToByteArray(), .. formId.ToByteArray()]).AsSpan(0, 16));

    internal void Hide(string? reason) => HiddenReason = reason;
}

internal sealed class SurveyAnswerMapping : IEntityTypeConfiguration<SurveyAnswer>
{
    public void Configure(EntityTypeBuilder<SurveyAnswer> builder)
    {
        builder.ToTable("survey_answers");
        builder.Property(answer => answer.Id).ValueGeneratedNever();
        builder.Property(answer => answer.WillApply).HasMaxLength(SurveyAnswerInput.MostWords);
        builder.Property(answer => answer.Comment).HasMaxLength(SurveyAnswerInput.MostWords);
        builder.Property(answer => answer.HiddenReason).HasMaxLength(HideWordsInput.MostReason);
        builder.Property(answer => answer.Sex).HasConversion<string>().HasMaxLength(10);
        builder.HasOne<MissionSurvey>().WithMany().HasForeignKey(answer => answer.SurveyId);
    }
}
