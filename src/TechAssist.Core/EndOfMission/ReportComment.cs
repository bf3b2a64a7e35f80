namespace TechAssist.Core.EndOfMission;

/// <summary>Not dealt with; dealt with as its author's; agreed to be dealt with.</summary>
public enum CommentStatus { Open, Answered, Resolved }

/// <summary>What somebody said to a remark, or did with it.</summary>
/// <param name="Text">Null where it was done without a word.</param>
/// <param name="Became">Where the remark stands from then on.</param>
public sealed record CommentReply(string? Text, CommentStatus Became, string ByName, DateTime At);

/// <summary>The words a remark is about, with a little of what stands around them, so that they are found again when the text around
/// them changed.</summary>
/// <param name="Field">Camel-case path inside the content.</param>
public sealed record Passage(string Field, string Quote, string? Before = null, string? After = null);

/// <summary>A remark on one section or on words in it. The authors answer, the reviewers resolve it or open it again.</summary>
public sealed class ReportComment
{
    private ReportComment()
    {
    }

    internal ReportComment(EndOfMissionReport report, int section, string text, bool isFromBeneficiary, Passage? on, Actor by, DateTime now)
    {
        Id = Guid.CreateVersion7(now);
        ReportId = report.Id;
        Version = report.Version;
        Section = section;
        Text = text;
        IsFromBeneficiary = isFromBeneficiary;
        (Field, Quote, Before, After) = (on?.Field, on?.Quote, on?.Before, on?.After);
        ByName = by.Name;
        ById = by.PersonId;
        At = now;
    }

    public Guid Id { get; private set; }

    public Guid ReportId { get; private set; }

    /// <summary>1 to 15; 0 for the report as a whole.</summary>
    public int Section { get; private set; }

    /// <summary>The version that was commented on; 0 before the first.</summary>
    public int Version { get; private set; }

    /// <summary>Where the words it is about stood; null for a remark on the section.</summary>
    public string? Field { get; private set; }

    public string? Quote { get; private set; }

    public string? Before { get; private set; }

    public string? After { get; private set; }

    public Passage? On => Field is null || Quote is null ? null : new Passage(Field, Quote, Before, After);

    public string Text { get; private set; } = "";

    public bool IsFromBeneficiary { get; private set; }

    public Guid ById { get; private set; }

    public string ByName { get; private set; } = "";

    public DateTime At { get; private set; }

    public CommentStatus Status { get; private set; }

    public IReadOnlyList<CommentReply> Replies { get; private set; } = [];

    public DateTime? ResolvedAt { get; private set; }

    public string? ResolvedByName { get; private set; }

    /// <summary>What was said last: as a rule what was done about it.</summary>
    public string? Answer => Replies.LastOrDefault(reply => reply.Text is not null)?.Text;

    internal void Reply(string? text, CommentStatus becomes, Actor by, DateTime now)
    {
        Replies = [.. Replies, new CommentReply(Blank.ToNull(text), becomes, by.Name, now)];
        Status = becomes;
        ResolvedByName = becomes == CommentStatus.Resolved ? by.Name : null;
        ResolvedAt = becomes == CommentStatus.Resolved ? now : null;
    }
}
