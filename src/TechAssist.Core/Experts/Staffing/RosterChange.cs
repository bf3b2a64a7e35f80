using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.FollowUp;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Staffing;

/// <summary>Says to every node that what matching knows of an expert, or of the experts of a case, is no longer right.
/// Written in the same save as the change itself; old rows are swept away.</summary>
public sealed class RosterChange
{
    private RosterChange()
    {
    }

    public Guid Id { get; private set; }

    public Guid? ExpertId { get; private set; }

    public Guid? RequestId { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Adds a row for every expert and case that the running save touches.</summary>
    internal static void Note(TechAssistDb db, DateTime now)
    {
        var experts = new HashSet<Guid>();
        var requests = new HashSet<Guid>();
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            _ = entry.Entity switch
            {
                Expert expert => experts.Add(expert.Id),
                Nomination nomination => experts.Add(nomination.ExpertId),
                MissionMember member => experts.Add(member.ExpertId),
                Mission mission => requests.Add(mission.RequestId),
                Evaluation { ExpertId: { } appraised } => experts.Add(appraised),
                _ => false,
            };
        }

        db.RosterChanges.AddRange(experts.Select(id => new RosterChange { Id = Guid.CreateVersion7(now), ExpertId = id, At = now }));
        db.RosterChanges.AddRange(requests.Select(id => new RosterChange { Id = Guid.CreateVersion7(now), RequestId = id, At = now }));
    }
}

internal sealed class RosterChangeMapping : IEntityTypeConfiguration<RosterChange>
{
    public void Configure(EntityTypeBuilder<RosterChange> builder)
    {
        builder.ToTable("roster_changes");
        builder.Property(change => change.Id).ValueGeneratedNever();
        builder.HasIndex(change => change.At);
    }
}
