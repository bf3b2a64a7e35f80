using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.EndOfMission.Recommended;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission;

public enum RecommendationType { Legal, Institutional, Procedure, Training, Data, Equipment, Cooperation, FurtherAssistance }

public enum RecommendationPriority { High, Medium, Low }

/// <summary>Up to three months, up to twelve, longer.</summary>
public enum RecommendationTerm { ThreeMonths, TwelveMonths, Longer }

public enum RecommendationStatus { Proposed, Accepted, InProgress, Implemented, PartlyImplemented, NotPursued, Superseded, Unknown }

public enum BeneficiaryResponse { Accepted, Partly, Rejected }

public enum AgeWarning { None, Amber, Red }

/// <summary>What a published report recommends, followed until it is settled (domain data-model 3.8).</summary>
public sealed class Recommendation
{
    public const int MonthsToAmber = 6;

    public const int MonthsToRed = 12;

    private static readonly RecommendationStatus[] Settled =
        [RecommendationStatus.Implemented, RecommendationStatus.NotPursued, RecommendationStatus.Superseded];

    private Recommendation()
    {
    }

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    public AssistanceRequest Request { get; private set; } = null!;

    public Guid MissionId { get; private set; }

    public Guid ReportId { get; private set; }

    /// <summary>Its number in the case, from 1.</summary>
    public int Number { get; private set; }

    public LangText Text { get; private set; } = new();

    public RecommendationType Type { get; private set; }

    public string Addressee { get; private set; } = "";

    public RecommendationPriority Priority { get; private set; }

    public RecommendationTerm Term { get; private set; }

    public DateOnly DueOn { get; private set; }

    public string? Objective { get; private set; }

    public string? Means { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public BeneficiaryResponse? Response { get; private set; }

    public string? ResponseComment { get; private set; }

    public DateTime? RespondedAt { get; private set; }

    public string? RespondedByName { get; private set; }

    public RecommendationStatus Status { get; private set; }

    /// <summary>When nothing more is to be done; null while it is open.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>The request that takes it up, from its draft on.</summary>
    public Guid? FollowOnId { get; private set; }

    /// <summary>When somebody confirmed that it is implemented; null again as soon as its status changes.</summary>
    public DateTime? VerifiedAt { get; private set; }

    public string? VerifiedByName { get; private set; }

    /// <summary>The recommendation that took its place.</summary>
    public Guid? SupersededById { get; private set; }

    /// <summary>Whoever answers for it; null until somebody is named.</summary>
    public ProgressOwner? Owner { get; private set; }

    /// <summary>The owner is not to be reminded.</summary>
    public bool AreRemindersOff { get; private set; }

    /// <summary>The day on which the owner, or where nobody is named the asking side, is asked next; null where nobody is.</summary>
    public DateOnly? NextReminderOn { get; private set; }

    /// <summary>The day from which its next age is to be told to the officer; null once it was told to be red.</summary>
    public DateOnly? AgesOn { get; private set; }

    /// <summary>The addressee in small letters without accents.</summary>
    public string AddresseeWords { get; private set; } = "";

    public List<RecommendationNote> Notes { get; } = [];

    public int Revision { get; private set; }

    public bool IsOpen => SettledAt is null;

    /// <summary>Said to be implemented, and not confirmed yet.</summary>
    public bool AwaitsVerification => Status is RecommendationStatus.Implemented or RecommendationStatus.PartlyImplemented && VerifiedAt is null;

    internal static Recommendation From(EndOfMissionReport report, ReportRecommendation text, int number, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        RequestId = report.RequestId,
        MissionId = report.MissionId,
        ReportId = report.Id,
        Number = number,
        Text = text.Text,
        Type = text.Type,
        Addressee = text.Addressee!.Trim(),
        AddresseeWords = Search.SearchWords.Fold(text.Addressee),
        Priority = text.Priority,
        Term = TermOf(DateOnly.FromDateTime(now), text.DueOn!.Value),
        DueOn = text.DueOn.Value,
        Objective = text.Objective,
        Means = text.Means,
        CreatedAt = now,
        NextReminderOn = text.DueOn.Value,
        AgesOn = DateOnly.FromDateTime(now).AddMonths(MonthsToAmber).AddDays(1),
    };

    /// <summary>Open for more than six months is amber, for more than twelve red.</summary>
    public AgeWarning AgeOn(DateOnly today)
    {
        var since = DateOnly.FromDateTime(CreatedAt);
        return !IsOpen || today <= since.AddMonths(MonthsToAmber) ? AgeWarning.None : today <= since.AddMonths(MonthsToRed) ? AgeWarning.Amber : AgeWarning.Red;
    }

    internal void Respond(BeneficiaryResponse response, string? comment, Actor by, DateTime now)
    {
        (Response, ResponseComment, RespondedByName, RespondedAt) = (response, comment, by.Name, now);
        if (Status is RecommendationStatus.Proposed or RecommendationStatus.Accepted or RecommendationStatus.NotPursued)
        {
            Become(response == BeneficiaryResponse.Rejected ? RecommendationStatus.NotPursued : RecommendationStatus.Accepted, now);
        }

        Revision++;
    }

    internal void TakeUp(AssistanceRequest followOn)
    {
        FollowOnId = followOn.Id;
        Revision++;
    }

    internal void Note(RecommendationStatus? status, string? text, string? evidence, Actor by, DateTime now, Guid? documentId = null)
    {
        Notes.Add(new RecommendationNote(Id, status ?? Status, text, evidence, documentId, by, now));
        Become(status ?? Status, now);
        Revision++;
    }

    /// <exception cref="RuleException"><c>recommendation-not-implemented</c>, <c>recommendation-verified</c>.</exception>
    internal void Verify(Actor by, DateTime now)
    {
        RequireUnverified();
        (VerifiedAt, VerifiedByName) = (now, by.Name);
        Revision++;
    }

    /// <exception cref="RuleException"><c>recommendation-not-implemented</c>, <c>recommendation-verified</c>.</exception>
    internal void SendBack(string reason, Actor by, DateTime now)
    {
        RequireUnverified();
        Note(RecommendationStatus.InProgress, reason, null, by, now);
    }

    internal void Supersede(Recommendation successor, string? comment, Actor by, DateTime now)
    {
        Note(RecommendationStatus.Superseded, comment, null, by, now);
        SupersededById = successor.Id;
    }

    internal void BelongTo(ProgressOwner owner, bool areRemindersOn, DateTime now)
    {
        (Owner, AreRemindersOff) = (owner, !areRemindersOn);
        Plan(DateOnly.FromDateTime(now));
        Revision++;
    }

    internal void Reminded(DateOnly today)
    {
        Plan(today);
        Revision++;
    }

    /// <summary>The officer was told of its age.</summary>
    internal void ToldAge(AgeWarning age)
    {
        AgesOn = age == AgeWarning.Red ? null : DateOnly.FromDateTime(CreatedAt).AddMonths(MonthsToRed).AddDays(1);
        Revision++;
    }

    private void RequireUnverified()
    {
        if (!AwaitsVerification)
        {
            throw new RuleException(VerifiedAt is null ? "recommendation-not-implemented" : "recommendation-verified");
        }
    }

    private void Become(RecommendationStatus status, DateTime now)
    {
        if (status != Status)
        {
            (VerifiedAt, VerifiedByName, SupersededById) = (null, null, null);
        }

        Status = status;
        SettledAt = Settled.Contains(status) ? SettledAt ?? now : null;
        Plan(DateOnly.FromDateTime(now));
    }

    /// <summary>Reminders fall on the due day and every three months after it, while it is open.</summary>
    private void Plan(DateOnly today)
    {
        const int MonthsBetween = 3;
        if (AreRemindersOff || !IsOpen)
        {
            NextReminderOn = null;
            return;
        }

        var times = 0;
        while (DueOn.AddMonths(times * MonthsBetween) <= today)
        {
            times++;
        }

        NextReminderOn = DueOn.AddMonths(times * MonthsBetween);
    }

    private static RecommendationTerm TermOf(DateOnly today, DateOnly due) =>
        due <= today.AddMonths(3) ? RecommendationTerm.ThreeMonths : due <= today.AddMonths(12) ? RecommendationTerm.TwelveMonths : RecommendationTerm.Longer;
}

internal sealed class RecommendationMapping : IEntityTypeConfiguration<Recommendation>, IEntityTypeConfiguration<RecommendationNote>
{
    public void Configure(EntityTypeBuilder<Recommendation> builder)
    {
        builder.ToTable("recommendations");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Text).HasJson();
        builder.Property(row => row.Type).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.Addressee).HasMaxLength(300);
        builder.Property(row => row.Priority).HasConversion<string>().HasMaxLength(10);
        builder.Property(row => row.Term).HasConversion<string>().HasMaxLength(15);
        builder.Property(row => row.Objective).HasMaxLength(20);
        builder.Property(row => row.Means).HasMaxLength(1000);
        builder.Property(row => row.Response).HasConversion<string>().HasMaxLength(10);
        builder.Property(row => row.ResponseComment).HasMaxLength(4000);
        builder.Property(row => row.RespondedByName).HasMaxLength(200);
        builder.Property(row => row.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.Revision).IsConcurrencyToken();
        builder.HasOne(row => row.Request).WithMany().HasForeignKey(row => row.RequestId);
        builder.HasOne<EndOfMissionReport>().WithMany().HasForeignKey(row => row.ReportId);
        builder.HasOne<AssistanceRequest>().WithMany().HasForeignKey(row => row.FollowOnId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(row => row.SupersededById).OnDelete(DeleteBehavior.SetNull);
        builder.Property(row => row.VerifiedByName).HasMaxLength(200);
        builder.Property(row => row.Owner!).HasJson();
        builder.Property(row => row.AddresseeWords).HasMaxLength(400);
        builder.HasIndex(row => row.NextReminderOn);
        builder.HasIndex(row => row.AgesOn);
        builder.HasMany(row => row.Notes).WithOne().HasForeignKey(note => note.RecommendationId);
        builder.HasIndex(row => new { row.RequestId, row.Number }).IsUnique();
        builder.HasIndex(row => new { row.DueOn, row.Id });
        builder.HasIndex(row => row.SettledAt);
    }

    public void Configure(EntityTypeBuilder<RecommendationNote> builder)
    {
        builder.ToTable("recommendation_notes");
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.Property(note => note.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(note => note.Text).HasMaxLength(4000);
        builder.Property(note => note.Evidence).HasMaxLength(1000);
        builder.Property(note => note.ByName).HasMaxLength(200);
        builder.HasIndex(note => note.RecommendationId);
    }
}
