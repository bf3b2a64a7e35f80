using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Missions.Delivery;

public sealed record ChooseCertificatesInput
{
    /// <summary>Share of the hours, in percent, from which a participant gets one.</summary>
    [Required]
    [Range(0, 100)]
    public int? Share { get; init; }

    /// <summary>Participants who get one whatever their attendance.</summary>
    [MaxLength(ParticipantRules.Most)]
    public IReadOnlyList<Guid> Ticked { get; init; } = [];

    /// <summary>The delivery's.</summary>
    public int Revision { get; init; }
}

/// <summary>Says who gets a certificate of participation: whoever attended a share of the hours, and those who are ticked.</summary>
public sealed class ChooseCertificates(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    public async Task ExecuteAsync(Guid missionId, ChooseCertificatesInput input, Actor actor, CancellationToken cancellationToken)
    {
        var (mission, delivery) = await db.OpenDeliveryAsync(missionId, actor, cancellationToken);
        InputCheck.ThrowIfInvalid(input);
        if (delivery.Revision != input.Revision)
        {
            throw new RuleException("stale");
        }

        var people = await db.Participants.Where(row => row.MissionId == missionId).ToListAsync(cancellationToken);
        foreach (var person in people.Where(person => person.IsCertified != input.Ticked.Contains(person.Id)))
        {
            person.Certify(!person.IsCertified);
        }

        delivery.Write(delivery.Plan with { CertificateShare = input.Share!.Value });
        await timeline.AddAsync(mission.RequestId, DeliveryDoor.Line("certificates-chosen", mission), actor, clock.GetUtcNow().UtcDateTime, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
