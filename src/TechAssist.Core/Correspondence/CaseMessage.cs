using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Correspondence;

/// <summary>Somebody whom a message names.</summary>
public sealed record MessageMention(Guid Id, string Name);

/// <summary>What somebody wrote to the others of a case. Is never changed or taken back.</summary>
public sealed class CaseMessage
{
    /// <summary>The longest text, in characters.</summary>
    public const int MostText = 10_000;

    private CaseMessage()
    {
    }

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    public Guid AuthorId { get; private set; }

    public string AuthorName { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>For the secretariat only.</summary>
    public bool IsInternal { get; private set; }

    public IReadOnlyList<MessageMention> Mentions { get; private set; } = [];

    /// <summary>The documents that were attached with it.</summary>
    public IReadOnlyList<Guid> Documents { get; private set; } = [];

    public DateTime PostedAt { get; private set; }

    /// <summary>Came as a mail.</summary>
    public bool IsByMail { get; private set; }

    /// <summary>What stood below it in the mail: the mail that was answered, a signature.</summary>
    public string? Quoted { get; private set; }

    /// <summary>Names of files that came with the mail and were not taken.</summary>
    public IReadOnlyList<string> RefusedFiles { get; private set; } = [];

    internal static CaseMessage Of(
        Guid requestId, string text, bool isInternal, IReadOnlyList<MessageMention> mentions, IReadOnlyList<Guid> documents, Actor by, DateTime now) => new()
        {
            Id = Guid.CreateVersion7(now),
            RequestId = requestId,
            AuthorId = by.PersonId,
            AuthorName = by.Name,
            Text = text,
            IsInternal = isInternal,
            Mentions = mentions,
            Documents = documents,
            PostedAt = now,
        };

    internal CaseMessage ByMail(string? quoted, IReadOnlyList<string> refusedFiles)
    {
        (IsByMail, Quoted, RefusedFiles) = (true, quoted, refusedFiles);
        return this;
    }
}

internal sealed class CaseMessageMapping : IEntityTypeConfiguration<CaseMessage>
{
    public void Configure(EntityTypeBuilder<CaseMessage> builder)
    {
        builder.ToTable("case_messages");
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.AuthorName).HasMaxLength(200);
        builder.Property(message => message.Text).HasMaxLength(CaseMessage.MostText);
        builder.Property(message => message.Mentions).HasJson();
        builder.Property(message => message.Documents).HasJson();
        builder.Property(message => message.RefusedFiles).HasJson();
        builder.HasIndex(message => new { message.RequestId, message.Id });
        builder.HasOne<AssistanceRequest>().WithMany().HasForeignKey(message => message.RequestId).OnDelete(DeleteBehavior.Cascade);
    }
}
