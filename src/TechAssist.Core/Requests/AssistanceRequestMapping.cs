using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Requests;

internal sealed class AssistanceRequestMapping : IEntityTypeConfiguration<AssistanceRequest>, IEntityTypeConfiguration<RequestCountry>, IEntityTypeConfiguration<RequestObjective>
{
    public void Configure(EntityTypeBuilder<AssistanceRequest> builder)
    {
        builder.ToTable("requests");
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Reference).HasMaxLength(20);
        builder.Property(request => request.Status).HasConversion<string>().HasMaxLength(12);
        builder.Property(request => request.Track).HasConversion<string>().HasMaxLength(12);
        builder.Property(request => request.Confidentiality).HasConversion<string>().HasMaxLength(12);
        builder.Property(request => request.Content).HasJson();
        builder.Property(request => request.Country).HasMaxLength(2);
        builder.Property(request => request.TitleFr).HasMaxLength(200);
        builder.Property(request => request.TitleEn).HasMaxLength(200);
        builder.Property(request => request.Theme).HasMaxLength(10);
        builder.Property(request => request.SavedByName).HasMaxLength(200);
        builder.Property(request => request.SavedFrom).HasMaxLength(AssistanceRequest.PageMost);
        builder.Property(request => request.Result).HasMaxLength(20);
        builder.Property(request => request.Stage).HasMaxLength(20);
        builder.Property(request => request.Revision).IsConcurrencyToken();
        builder.HasMany(request => request.Countries).WithOne().HasForeignKey(country => country.RequestId);
        builder.HasMany(request => request.Objectives).WithOne().HasForeignKey(objective => objective.RequestId);
        builder.HasIndex(request => request.Reference).IsUnique();
        builder.HasIndex(request => request.SubmittedAt);
        builder.HasIndex(request => new { request.Status, request.SubmittedAt });
        builder.HasIndex(request => new { request.CreatedById, request.SavedAt });
        builder.HasIndex(request => request.CaseOfficerId);
        builder.HasIndex(request => request.RequesterId);
    }

    public void Configure(EntityTypeBuilder<RequestCountry> builder)
    {
        builder.ToTable("request_countries");
        builder.HasKey(country => new { country.RequestId, country.Country });
        builder.Property(country => country.Country).HasMaxLength(2);
        builder.Property(country => country.EndorsedByName).HasMaxLength(200);
        builder.HasIndex(country => country.Country);
    }

    public void Configure(EntityTypeBuilder<RequestObjective> builder)
    {
        builder.ToTable("request_objectives");
        builder.HasKey(objective => new { objective.RequestId, objective.Code });
        builder.Property(objective => objective.Code).HasMaxLength(RequestObjective.CodeMost);
        builder.HasIndex(objective => objective.Code);
    }
}
