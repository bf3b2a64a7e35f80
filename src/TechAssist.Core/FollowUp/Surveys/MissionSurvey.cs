using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Missions;

namespace TechAssist.Core.FollowUp.Surveys;

/// <summary>Whether a survey takes answers, and why not.</summary>
public enum SurveyStanding { NotYetOpen, Open, Full, Closed }

/// <summary>The participants' evaluation of a mission (E1 of domain data-model 3.9): one short page behind a short link, answered
/// without an account and without a name.</summary>
public sealed class MissionSurvey
{
    /// <summary>Calendar days after the mission's last day on which answers still come in.</summary>
    public const int DaysAfter = 3;

    /// <summary>Answers taken where nobody said how many people are expected.</summary>
    public const int CeilingUnknown = 500;

    /// <summary>Below this nothing is shown but the count: whoever knows the participants would know who said what.</summary>
    public const int FewestShown = 3;

    public const int MostExpected = 2000;

    private MissionSurvey()
    {
    }

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    public Guid MissionId { get; private set; }

    public Mission Mission { get; private set; } = null!;

    /// <summary>What stands behind <c>/e/</c> in the short link.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The first day, where somebody set it; otherwise the last day of the mission.</summary>
    public DateOnly? OpensOn { get; private set; }

    /// <summary>The last day, where somebody set it; otherwise it follows the mission.</summary>
    public DateOnly? ClosesOn { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public int? ExpectedCount { get; private set; }

    public int Revision { get; private set; }

    /// <summary>The most answers taken: some people answer twice, but not a thousand times.</summary>
    public int Ceiling => ExpectedCount is { } expected ? Math.Max(2 * expected, 10) : CeilingUnknown;

    internal static MissionSurvey Open(Mission mission, string code, DateOnly? opensOn, DateOnly? closesOn, int? expected, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        RequestId = mission.RequestId,
        MissionId = mission.Id,
        Code = code,
        OpensOn = opensOn,
        ClosesOn = closesOn,
        ExpectedCount = expected,
    };

    /// <param name="missionEndsOn">As far as is known.</param>
    /// <returns>Null while nobody set it and the mission has no last day.</returns>
    public DateOnly? FirstOn(DateOnly? missionEndsOn) => OpensOn ?? missionEndsOn;

    /// <param name="missionEndsOn">As far as is known.</param>
    /// <returns>Null while the mission has no last day.</returns>
    public DateOnly? LastOn(DateOnly? missionEndsOn) => ClosesOn ?? missionEndsOn?.AddDays(DaysAfter);

    /// <param name="today">Where the mission is.</param>
    /// <param name="missionEndsOn">As far as is known.</param>
    /// <param name="answers">How many are in.</param>
    public SurveyStanding StandingOn(DateOnly today, DateOnly? missionEndsOn, int answers) => this switch
    {
        _ when ClosedAt is not null || LastOn(missionEndsOn) < today => SurveyStanding.Closed,
        _ when FirstOn(missionEndsOn) is not { } first || today < first => SurveyStanding.NotYetOpen,
        _ when answers >= Ceiling => SurveyStanding.Full,
        _ => SurveyStanding.Open,
    };

    /// <summary>From another first day, as long as nobody could answer yet.</summary>
    internal void OpenFrom(DateOnly opensOn, int? expected)
    {
        (OpensOn, ExpectedCount) = (opensOn, expected ?? ExpectedCount);
        Revision++;
    }

    /// <summary>Until another day, also where it was closed already.</summary>
    internal void Prolong(DateOnly closesOn, int? expected)
    {
        (ClosesOn, ClosedAt, ExpectedCount) = (closesOn, null, expected);
        Revision++;
    }

    internal void Close(DateTime now)
    {
        ClosedAt = now;
        Revision++;
    }
}

internal sealed class MissionSurveyMapping : IEntityTypeConfiguration<MissionSurvey>
{
    public void Configure(EntityTypeBuilder<MissionSurvey> builder)
    {
        builder.ToTable("mission_surveys");
        builder.Property(survey => survey.Id).ValueGeneratedNever();
        builder.Property(survey => survey.Code).HasMaxLength(SurveyCode.Length);
        builder.Property(survey => survey.Revision).IsConcurrencyToken();
        builder.HasOne(survey => survey.Mission).WithMany().HasForeignKey(survey => survey.MissionId);
        builder.HasIndex(survey => survey.MissionId).IsUnique();
        builder.HasIndex(survey => survey.Code).IsUnique();
        builder.HasIndex(survey => survey.RequestId);
    }
}
