using System.Text;

namespace TechAssist.Reports;

/// <summary>A heading with what reading the whole document adds: its number and the name links lead to.</summary>
internal sealed record NumberedHeading(Heading Heading, string Text, string? Number, string Anchor)
{
    public string Full => Number is null ? Text : $"{Number}  {Text}";
}

/// <summary>Numbers and names of headings, tables and figures, the same in every format.</summary>
internal sealed class Numbering
{
    private readonly Dictionary<int, NumberedHeading> _headings = [];
    private readonly Dictionary<int, int> _captions = [];
    private readonly Dictionary<string, string> _anchors = [];

    public Numbering(Document document)
    {
        var counts = new int[3];
        var (tables, figures) = (0, 0);
        for (var index = 0; index < document.Blocks.Count; index++)
        {
            switch (document.Blocks[index])
            {
                case Heading heading:
                    Add(index, heading, document.NumberHeadings && document.Letter is null, counts);
                    break;
                case Table { Caption: not null }:
                    _captions[index] = ++tables;
                    break;
                case Image { Caption: not null } or Chart:
                    _captions[index] = ++figures;
                    break;
            }
        }
    }

    public IReadOnlyCollection<NumberedHeading> Headings => _headings.Values;

    /// <summary>The heading at that position in the document.</summary>
    public NumberedHeading Heading(int index) => _headings[index];

    /// <summary>The number of the table or figure at that position.</summary>
    public int Caption(int index) => _captions[index];

    /// <summary>The target of a link: an absolute address, or the anchor of a heading after '#'; null when it leads nowhere.</summary>
    public string? Target(string? href)
    {
        if (href is null)
        {
            return null;
        }

        if (href.StartsWith('#'))
        {
            return _anchors.TryGetValue(href[1..], out var anchor) ? "#" + anchor : null;
        }

        if (!Uri.TryCreate(href, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https" or "mailto" or "tel"))
        {
            return null;
        }

        // A PDF holds addresses in ASCII, so a host in other letters is written as the network knows it.
        return Ascii.IsValid(uri.AbsoluteUri) ? uri.AbsoluteUri : new UriBuilder(uri) { Host = uri.IdnHost }.Uri.AbsoluteUri;
    }

    private void Add(int index, Heading heading, bool numbering, int[] counts)
    {
        string? number = null;
        if (numbering && heading.Numbered)
        {
            counts[heading.Level - 1]++;
            // A level left out counts as its first, so that no number starts with 0.
            for (var above = 0; above < heading.Level - 1; above++)
            {
                counts[above] = Math.Max(1, counts[above]);
            }

            Array.Clear(counts, heading.Level, counts.Length - heading.Level);
            number = string.Join('.', counts.Take(heading.Level));
        }

        var anchor = $"s{_headings.Count + 1}";
        _headings[index] = new NumberedHeading(heading, CleanText.Line(heading.Text), number, anchor);
        if (heading.Anchor is not null)
        {
            _anchors[heading.Anchor] = anchor;
        }
    }
}
