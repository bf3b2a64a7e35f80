namespace TechAssist.Reports;

/// <summary>One building block of a document; every renderer knows all of them.</summary>
public abstract record Block;

/// <summary>A heading; levels 1 and 2 appear in the contents, all three in the bookmarks.</summary>
public sealed record Heading : Block
{
    /// <param name="level">1 to 3.</param>
    /// <param name="text">The words, without a number: <see cref="Document.NumberHeadings"/> adds it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not 1, 2 or 3.</exception>
    public Heading(int level, string text)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 3);
        Level = level;
        Text = text;
    }

    public int Level { get; }

    public string Text { get; }

    /// <summary>False for a heading outside the numbering, such as a summary or an annex.</summary>
    public bool Numbered { get; init; } = true;

    /// <summary>A name that <c>#anchor</c> links lead to.</summary>
    public string? Anchor { get; init; }
}

/// <summary>A paragraph. One that ends in a colon, or stands before a signature, stays on the page of what follows.</summary>
public sealed record Paragraph(RichText Text) : Block;

/// <summary>An entry of a list, with at most one more list below it.</summary>
public sealed record ListItem
{
    /// <exception cref="ArgumentException">The nested list has a nested list itself.</exception>
    public ListItem(RichText text, ListBlock? nested = null)
    {
        if (nested is not null && nested.Items.Any(item => item.Nested is not null))
        {
            throw new ArgumentException("A list nests one level only.", nameof(nested));
        }

        Text = text;
        Nested = nested;
    }

    public RichText Text { get; }

    public ListBlock? Nested { get; }

    public static implicit operator ListItem(string text) => new((RichText)text, null);
}

/// <summary>What bullet and numbered lists share.</summary>
public abstract record ListBlock(IReadOnlyList<ListItem> Items) : Block;

public sealed record BulletList(IReadOnlyList<ListItem> Items) : ListBlock(Items);

public sealed record NumberedList(IReadOnlyList<ListItem> Items) : ListBlock(Items);

/// <summary>Label and value, as on the cover and in a <see cref="Facts"/> block.</summary>
public sealed record Fact(string Label, RichText Value);

/// <summary>A block of labels and values.</summary>
public sealed record Facts(IReadOnlyList<Fact> Rows) : Block;

/// <summary>A picture, PNG or JPEG. It is stored anew without its metadata (place, camera, owner).</summary>
/// <param name="Bytes">The file as uploaded.</param>
/// <param name="AltText">What the picture shows, for those who do not see it.</param>
/// <param name="Caption">Shown below, after "Figure 1".</param>
/// <param name="Width">Share of the text width, above 0 and at most 1.</param>
public sealed record Image(byte[] Bytes, string AltText, RichText? Caption = null, double Width = 1) : Block;

/// <summary>A note set apart in a box.</summary>
public sealed record Callout(RichText Text, string? Title = null) : Block;

/// <summary>Somebody's words.</summary>
public sealed record Quote(RichText Text, string? Source = null) : Block;

/// <summary>What follows starts on a new page.</summary>
public sealed record PageBreak : Block;

/// <summary>Who signs. <paramref name="SignedOn"/> is a day in the signer's own time zone.</summary>
public sealed record Signatory(string Name, string? Function = null, string? Organisation = null, DateOnly? SignedOn = null);

/// <summary>Room for signatures, two side by side.</summary>
public sealed record Signature(IReadOnlyList<Signatory> Signatories) : Block;

/// <summary>A page that somebody is handed: it stands for itself, in a language of its own.</summary>
/// <param name="Kind">What it is: "Certificat de participation".</param>
/// <param name="Name">Whose it is.</param>
public sealed record Certificate(string Kind, string Name) : Block
{
    public required DocumentLanguage Language { get; init; }

    public required string Issuer { get; init; }

    /// <summary>The words before the name.</summary>
    public string? Above { get; init; }

    /// <summary>The words below the name: function, institution.</summary>
    public string? Below { get; init; }

    public required RichText Text { get; init; }

    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Place and day, in words.</summary>
    public string? IssuedAt { get; init; }

    /// <summary>At most two.</summary>
    public IReadOnlyList<Signatory> Signatories { get; init; } = [];
}
