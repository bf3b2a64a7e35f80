namespace TechAssist.Reports;

public enum DocumentLanguage
{
    English,
    French,
}

/// <summary>How the pages of a document that is no letter are laid out.</summary>
public enum PageLayout
{
    /// <summary>With a cover and contents.</summary>
    Report,

    /// <summary>The title stands at the head of the first page.</summary>
    Sheet,

    /// <summary>Nothing stands around the blocks: each says all itself.</summary>
    Bare,
}

/// <summary>
/// A document as blocks. The same document always gives the same bytes: time and authors are in it.
/// With a <see cref="Letter"/> it is laid out as a letter, else as a report with cover and contents.
/// </summary>
public sealed record Document
{
    /// <summary>The title of a report, the subject of a letter; also the title in the file's properties.</summary>
    public required string Title { get; init; }

    public string? Subtitle { get; init; }

    /// <summary>Language of the words the renderers add and of the file; the content is the caller's.</summary>
    public required DocumentLanguage Language { get; init; }

    /// <summary>What the document is, in its language: "Rapport de fin de mission".</summary>
    public string? Kind { get; init; }

    public string? Reference { get; init; }

    /// <summary>Who issues it; on the cover, in the running header, at the head of a letter.</summary>
    public required string Organisation { get; init; }

    /// <summary>The issuer's mark, PNG or JPEG: at the head of the first page, and of every page that has no other head.</summary>
    public byte[]? Logo { get; init; }

    /// <summary>Who wrote it, for the cover and the file's properties; the organisation when null.</summary>
    public string? Author { get; init; }

    /// <summary>The day printed on it, in the issuing secretariat's time zone.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>UTC instant for the file's properties; the start of <see cref="IssuedOn"/> when null.</summary>
    public DateTime? CreatedAt { get; init; }

    /// <summary>Who may read it, as a short label: "Restreint".</summary>
    public string? Confidentiality { get; init; }

    public IReadOnlyList<Fact> CoverFacts { get; init; } = [];

    public Letter? Letter { get; init; }

    /// <summary>Of a document without <see cref="Letter"/>.</summary>
    public PageLayout Layout { get; init; }

    /// <summary>Headings of a report are numbered 1, 1.1, 1.1.1. Those of a letter never are.</summary>
    public bool NumberHeadings { get; init; } = true;

    public required IReadOnlyList<Block> Blocks { get; init; }
}

/// <summary>What a letter has besides its body. Salutation and closing are paragraphs, the signature is a block.</summary>
/// <param name="Recipient">Name and address, a line each.</param>
/// <param name="Sender">Address of the issuing organisation, a line each.</param>
/// <param name="Place">Where it is written: "Bruxelles".</param>
public sealed record Letter(IReadOnlyList<string> Recipient, IReadOnlyList<string> Sender, string? Place = null)
{
    /// <summary>The recipient's own reference that this letter answers.</summary>
    public string? YourReference { get; init; }

    public IReadOnlyList<string> Enclosures { get; init; } = [];

    public IReadOnlyList<string> CopiesTo { get; init; } = [];
}
