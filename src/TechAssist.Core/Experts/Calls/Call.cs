using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Calls;

public enum CallStatus
{
    Open,

    /// <summary>Its time is over.</summary>
    Closed,

    /// <summary>Nobody is needed any more; everybody asked was told.</summary>
    StoodDown,
}

/// <summary>The question to several experts at once whether they would go: one seat, one time to answer (domain data-model 3.5).
/// Who is asked are the nominations with its id.</summary>
public sealed class Call
{
    private Call()
    {
    }

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    public AssistanceRequest Request { get; private set; } = null!;

    /// <summary>The seat: a profile of the terms.</summary>
    public string Role { get; private set; } = "";

    /// <summary>A word from the officer to those who are asked.</summary>
    public LangText Message { get; private set; } = new();

    /// <summary>First and last day of the mission as far as they are known, for the answer and the calendar.</summary>
    public DateOnly? FromOn { get; private set; }

    public DateOnly? ToOn { get; private set; }

    /// <summary>The first suitable yes is put to the coordinator by itself; later ones stand by.</summary>
    public bool AutoProposes { get; private set; }

    public DateTime OpensAt { get; private set; }

    /// <summary>From this instant no answer is taken.</summary>
    public DateTime ClosesAt { get; private set; }

    public CallStatus Status { get; private set; }

    public string OpenedByName { get; private set; } = "";

    public DateTime? EndedAt { get; private set; }

    /// <summary>Why it was stood down.</summary>
    public string? Reason { get; private set; }

    /// <summary>When the clock must look at the call next: a reminder, the alarm, the close. Null once it has ended.</summary>
    public DateTime? NextAt { get; private set; }

    public int Revision { get; private set; }

    public List<Nomination> Nominations { get; } = [];

    internal static Call Open(AssistanceRequest request, OpenCallInput input, Actor by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        RequestId = request.Id,
        Request = request,
        Role = input.Role.Trim(),
        Message = input.Message,
        FromOn = input.FromOn,
        ToOn = input.ToOn,
        AutoProposes = input.AutoProposes ?? request.Track == Track.Rapid,
        OpensAt = input.OpensAt ?? now,
        ClosesAt = input.ClosesAt!.Value,
        OpenedByName = by.Name,
        NextAt = CallSchedule.NextAfter(input.OpensAt ?? now, input.OpensAt ?? now, input.ClosesAt!.Value),
    };

    internal void Prolong(DateTime closesAt, DateTime now)
    {
        ClosesAt = closesAt;
        NextAt = CallSchedule.NextAfter(now, OpensAt, closesAt);
        Revision++;
    }

    /// <summary>What was owed by now is done.</summary>
    internal void Swept(DateTime now)
    {
        NextAt = CallSchedule.NextAfter(now, OpensAt, ClosesAt);
        Revision++;
    }

    internal void End(CallStatus status, string? reason, DateTime now)
    {
        (Status, Reason, EndedAt, NextAt) = (status, reason, now, null);
        Revision++;
    }
}

internal sealed class CallMapping : IEntityTypeConfiguration<Call>
{
    public void Configure(EntityTypeBuilder<Call> builder)
    {
        builder.ToTable("calls");
        builder.Property(call => call.Id).ValueGeneratedNever();
        builder.Property(call => call.Role).HasMaxLength(200);
        builder.Property(call => call.Message).HasJson();
        builder.Property(call => call.Status).HasConversion<string>().HasMaxLength(12);
        builder.Property(call => call.OpenedByName).HasMaxLength(200);
        builder.Property(call => call.Reason).HasMaxLength(4000);
        builder.Property(call => call.Revision).IsConcurrencyToken();
        builder.HasOne(call => call.Request).WithMany().HasForeignKey(call => call.RequestId);
        builder.HasMany(call => call.Nominations).WithOne(nomination => nomination.Call).HasForeignKey(nomination => nomination.CallId);
        builder.HasIndex(call => call.NextAt);
        builder.HasIndex(call => call.RequestId);
    }
}
