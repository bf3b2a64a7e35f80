using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Experts.Calls;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts;

public enum NominationStatus
{
    /// <summary>On the secretariat's list.</summary>
    Proposed,

    /// <summary>The expert was asked.</summary>
    Invited,

    Accepted,

    Declined,

    /// <summary>The call closed without an answer.</summary>
    NoReply,

    /// <summary>Chosen by the coordinator; the beneficiary may still object.</summary>
    Selected,

    /// <summary>Goes: the beneficiary does not object.</summary>
    Confirmed,

    /// <summary>No longer in question.</summary>
    StoodDown,

    /// <summary>Was confirmed, and another goes instead.</summary>
    Replaced,
}

/// <summary>An expert put forward for one seat of one case.</summary>
public sealed class Nomination
{
    private Nomination()
    {
    }

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    public AssistanceRequest Request { get; private set; } = null!;

    public Guid ExpertId { get; private set; }

    public Expert Expert { get; private set; } = null!;

    /// <summary>The call with which the expert was asked; null for an invitation of its own.</summary>
    public Guid? CallId { get; private set; }

    public Call? Call { get; private set; }

    /// <summary>The profile of the terms, or the role, the expert is meant for.</summary>
    public string Role { get; private set; } = "";

    public NominationStatus Status { get; private set; }

    /// <summary>Stands by, should the chosen one drop out.</summary>
    public bool IsReserve { get; private set; }

    /// <summary>Its place on the shortlist, from 1: in this order the experts are asked.</summary>
    public int Place { get; private set; }

    /// <summary>How well the expert fitted when put forward; null for nominations older than the matching.</summary>
    public ScoreTaken? Score { get; private set; }

    public string? Why { get; private set; }

    public string ProposedByName { get; private set; } = "";

    public DateTime ProposedAt { get; private set; }

    public DateTime? InvitedAt { get; private set; }

    /// <summary>The expert was seen to read the call (a touch, a key): opening its link alone does not count.</summary>
    public DateTime? SeenAt { get; private set; }

    public DateTime? RemindedAt { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>The first suitable yes of its call: put to the coordinator by itself.</summary>
    public DateTime? PutForwardAt { get; private set; }

    /// <summary>Chosen by the coordinator.</summary>
    public DateTime? SelectedAt { get; private set; }

    /// <summary>The nomination whose place it took when that expert dropped out.</summary>
    public Guid? ReplacesId { get; private set; }

    /// <summary>The letter to the employer was written.</summary>
    public DateTime? ReleaseAskedAt { get; private set; }

    /// <summary>The day on which the employer let the expert go on the mission.</summary>
    public DateOnly? ReleasedOn { get; private set; }

    /// <summary>Who released, and on what terms.</summary>
    public string? ReleaseNote { get; private set; }

    /// <summary>"Yes, if": the days on which the expert could go. Empty for a plain yes.</summary>
    public IReadOnlyList<Period> OfferedDays { get; private set; } = [];

    /// <summary>What the expert said with the answer.</summary>
    public string? Answer { get; private set; }

    public ConflictDeclaration? Declaration { get; private set; }

    /// <summary>Why a conflict of interest does not stand in the way, in the coordinator's words.</summary>
    public string? ConflictWaiver { get; private set; }

    /// <summary>Why this one, why not, why no longer: the last word on the nomination.</summary>
    public string? Reason { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public int Revision { get; private set; }

    /// <summary>Still in question.</summary>
    public bool IsOpen => EndedAt is null;

    internal static Nomination Propose(AssistanceRequest request, Expert expert, string role, string? why, string? waiver, ScoreTaken? score, int place, Actor by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        RequestId = request.Id,
        ExpertId = expert.Id,
        Expert = expert,
        Role = role,
        Place = place,
        Score = score,
        Why = why,
        ConflictWaiver = waiver,
        ProposedByName = by.Name,
        ProposedAt = now,
    };

    internal void Stand(int place)
    {
        Place = place;
        Revision++;
    }

    internal void Invite(DateTime now)
    {
        Move(NominationStatus.Invited, NominationStatus.Proposed);
        InvitedAt = now;
    }

    /// <summary>Asked with a call, from its opening on.</summary>
    internal void Ask(Call call)
    {
        Move(NominationStatus.Invited, NominationStatus.Proposed);
        (Call, CallId, InvitedAt) = (call, call.Id, call.OpensAt);
    }

    internal void Seen(DateTime now)
    {
        SeenAt ??= now;
        Revision++;
    }

    internal void Reminded(DateTime now)
    {
        RemindedAt = now;
        Revision++;
    }

    /// <summary>The call closed.</summary>
    internal void StaySilent(DateTime now)
    {
        Move(NominationStatus.NoReply, NominationStatus.Invited);
        EndedAt = now;
    }

    internal void Accept(ConflictDeclaration declaration, string? message, IReadOnlyList<Period> offeredDays, DateTime now)
    {
        Move(NominationStatus.Accepted, NominationStatus.Invited);
        (Declaration, Answer, OfferedDays, AnsweredAt) = (declaration, message, offeredDays, now);
    }

    internal void Decline(string reason, DateTime now)
    {
        Move(NominationStatus.Declined, NominationStatus.Invited);
        (Answer, AnsweredAt, EndedAt) = (reason, now, now);
    }

    /// <summary>Proposed to the coordinator without waiting for an officer.</summary>
    internal void PutForward(DateTime now)
    {
        Move(NominationStatus.Accepted, NominationStatus.Accepted);
        (PutForwardAt, IsReserve) = (now, false);
    }

    internal void Select(string reason, string? conflictWaiver, DateTime now)
    {
        Move(NominationStatus.Selected, NominationStatus.Accepted);
        SelectedAt = now;
        Reason = reason;
        ConflictWaiver = conflictWaiver ?? ConflictWaiver;
        IsReserve = false;
    }

    internal void KeepInReserve()
    {
        Move(NominationStatus.Accepted, NominationStatus.Accepted);
        IsReserve = true;
    }

    internal void Confirm()
    {
        Move(NominationStatus.Confirmed, NominationStatus.Selected, NominationStatus.Accepted);
        IsReserve = false;
    }

    internal void StandDown(string? reason, DateTime now)
    {
        Move(NominationStatus.StoodDown, NominationStatus.Proposed, NominationStatus.Invited, NominationStatus.Accepted, NominationStatus.Selected);
        (Reason, EndedAt) = (reason, now);
    }

    internal void TakePlaceOf(Nomination leaving) => ReplacesId = leaving.Id;

    internal void AskRelease(DateTime now)
    {
        Move(Status, NominationStatus.Accepted, NominationStatus.Selected, NominationStatus.Confirmed);
        ReleaseAskedAt = now;
    }

    internal void Release(DateOnly on, string note)
    {
        Move(Status, NominationStatus.Accepted, NominationStatus.Selected, NominationStatus.Confirmed);
        (ReleasedOn, ReleaseNote) = (on, note);
    }

    internal void Replace(string? reason, DateTime now)
    {
        Move(NominationStatus.Replaced, NominationStatus.Confirmed);
        (Reason, EndedAt) = (reason, now);
    }

    private void Move(NominationStatus to, params ReadOnlySpan<NominationStatus> from)
    {
        if (!from.Contains(Status))
        {
            throw new RuleException("nomination-moved-on");
        }

        Status = to;
        Revision++;
    }
}

/// <summary>What an expert declares before accepting a mission (domain data-model 3.5). Each question is answered.</summary>
public sealed record ConflictDeclaration
{
    /// <summary>No to every question.</summary>
    public static ConflictDeclaration NoConflict { get; } = new()
    {
        EmployedByRequester = false,
        FamilyOrFinancialInterest = false,
        BiddingForFollowOn = false,
        AuthorOfPolicy = false,
        GovernmentInDispute = false,
    };

    /// <summary>Worked for the requesting institution in the last 24 months.</summary>
    [Required]
    public bool? EmployedByRequester { get; init; }

    [Required]
    public bool? FamilyOrFinancialInterest { get; init; }

    /// <summary>Is bidding for a project that follows on.</summary>
    [Required]
    public bool? BiddingForFollowOn { get; init; }

    /// <summary>Wrote the policy that is to be evaluated.</summary>
    [Required]
    public bool? AuthorOfPolicy { get; init; }

    /// <summary>The own government is in dispute on the matter.</summary>
    [Required]
    public bool? GovernmentInDispute { get; init; }

    /// <summary>What stands behind a yes.</summary>
    [StringLength(2000)]
    public string? Details { get; init; }

    [JsonIgnore]
    public bool HasConflict => EmployedByRequester == true || FamilyOrFinancialInterest == true || BiddingForFollowOn == true
        || AuthorOfPolicy == true || GovernmentInDispute == true;
}

internal sealed class NominationMapping : IEntityTypeConfiguration<Nomination>
{
    public void Configure(EntityTypeBuilder<Nomination> builder)
    {
        builder.ToTable("nominations");
        builder.Property(nomination => nomination.Id).ValueGeneratedNever();
        builder.Property(nomination => nomination.Role).HasMaxLength(200);
        builder.Property(nomination => nomination.Status).HasConversion<string>().HasMaxLength(12);
        builder.Property(nomination => nomination.Score!).HasJson();
        builder.Property(nomination => nomination.Why).HasMaxLength(4000);
        builder.Property(nomination => nomination.ProposedByName).HasMaxLength(200);
        builder.Property(nomination => nomination.ReleaseNote).HasMaxLength(2000);
        builder.Property(nomination => nomination.OfferedDays).HasJson();
        builder.Property(nomination => nomination.Answer).HasMaxLength(4000);
        builder.Property(nomination => nomination.Declaration!).HasJson();
        builder.Property(nomination => nomination.ConflictWaiver).HasMaxLength(4000);
        builder.Property(nomination => nomination.Reason).HasMaxLength(4000);
        builder.Property(nomination => nomination.Revision).IsConcurrencyToken();
        builder.HasOne(nomination => nomination.Request).WithMany().HasForeignKey(nomination => nomination.RequestId);
        builder.HasOne(nomination => nomination.Expert).WithMany().HasForeignKey(nomination => nomination.ExpertId);
        builder.HasIndex(nomination => new { nomination.RequestId, nomination.Status });
        builder.HasIndex(nomination => new { nomination.ExpertId, nomination.Status });
    }
}
