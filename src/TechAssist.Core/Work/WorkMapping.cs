using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Work;

internal sealed class WorkMapping :
    IEntityTypeConfiguration<WorkflowRun>, IEntityTypeConfiguration<Step>, IEntityTypeConfiguration<WorkItem>, IEntityTypeConfiguration<Deadline>
{
    public void Configure(EntityTypeBuilder<WorkflowRun> builder)
    {
        builder.ToTable("workflow_runs");
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.Definition).HasMaxLength(40);
        builder.Property(run => run.Result).HasMaxLength(20);
        builder.HasIndex(run => run.RequestId);
        builder.HasIndex(run => run.MissionId);
    }

    public void Configure(EntityTypeBuilder<Step> builder)
    {
        builder.ToTable("steps");
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.Property(step => step.StepId).HasMaxLength(60);
        builder.Property(step => step.BookmarkId).HasMaxLength(80);
        builder.Property(step => step.Stage).HasMaxLength(20);
        builder.Property(step => step.Form).HasMaxLength(40);
        builder.Property(step => step.Outcome).HasMaxLength(100);
        builder.Property(step => step.Due!).HasJson();
        builder.Property(step => step.Calendar).HasMaxLength(60);
        builder.Ignore(step => step.Zone);
        builder.HasOne(step => step.Run).WithMany().HasForeignKey(step => step.RunId);
        builder.HasMany(step => step.Items).WithOne(item => item.Step).HasForeignKey(item => item.StepRowId);
        builder.HasMany(step => step.Deadlines).WithOne(deadline => deadline.Step).HasForeignKey(deadline => deadline.StepRowId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(step => new { step.RequestId, step.OpenedAt });
        builder.HasIndex(step => new { step.ClosedAt, step.DueAt });
        builder.HasIndex(step => new { step.Calendar, step.ClosedAt });
    }

    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("work_items");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Role).HasConversion<string>().HasMaxLength(30);
        builder.Property(item => item.Outcome).HasMaxLength(60);
        builder.Property(item => item.Country).HasMaxLength(2);
        builder.Property(item => item.ClosedByName).HasMaxLength(200);
        builder.Property(item => item.ClosedForName).HasMaxLength(200);
        builder.Property(item => item.Revision).IsConcurrencyToken();
        builder.HasIndex(item => new { item.PersonId, item.ClosedAt, item.DueAt });
        builder.HasIndex(item => item.RequestId);
    }

    public void Configure(EntityTypeBuilder<Deadline> builder)
    {
        builder.ToTable("deadlines");
        builder.Property(deadline => deadline.Id).ValueGeneratedNever();
        builder.Property(deadline => deadline.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(deadline => deadline.Audience).HasJson();
        // Two sweeps at once: the second finds it handled, and what it did is undone.
        builder.Property(deadline => deadline.HandledAt).IsConcurrencyToken();
        builder.Property(deadline => deadline.Template).HasMaxLength(60);
        builder.Property(deadline => deadline.BookmarkId).HasMaxLength(80);
        builder.HasIndex(deadline => new { deadline.HandledAt, deadline.IsPaused, deadline.FireAt });
        builder.HasIndex(deadline => deadline.RequestId);
        builder.HasIndex(deadline => deadline.RunId);
    }
}
