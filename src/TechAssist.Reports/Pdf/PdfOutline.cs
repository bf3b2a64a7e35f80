using System.Globalization;
using System.Text;

namespace TechAssist.Reports.Pdf;

/// <summary>The outline of a PDF (ISO 32000-1, 12.3.3): entries nested as their levels say.</summary>
internal static class PdfOutline
{
    /// <summary>The outline itself under the number <paramref name="first"/>, then an object an entry.</summary>
    public static IEnumerable<(int Number, string Content)> Objects(IReadOnlyList<Bookmark> bookmarks, int first)
    {
        var parents = Parents(bookmarks);
        var children = Enumerable.Range(0, bookmarks.Count).ToLookup(i => parents[i]);
        yield return (first, $"<</Type /Outlines{Family(-1)}>>");
        for (var i = 0; i < bookmarks.Count; i++)
        {
            var siblings = children[parents[i]].ToList();
            var at = siblings.BinarySearch(i);
            var content = new StringBuilder("<</Title ").Append(Text(bookmarks[i].Title));
            content.Append(CultureInfo.InvariantCulture, $"\n/Parent {Reference(parents[i])}\n/Dest /{bookmarks[i].Destination}");
            content.Append(at > 0 ? $"\n/Prev {Reference(siblings[at - 1])}" : string.Empty);
            content.Append(at < siblings.Count - 1 ? $"\n/Next {Reference(siblings[at + 1])}" : string.Empty);
            yield return (first + 1 + i, content.Append(Family(i)).Append(">>").ToString());
        }

        string Reference(int entry) => string.Create(CultureInfo.InvariantCulture, $"{first + 1 + entry} 0 R");

        string Family(int entry)
        {
            var own = children[entry].ToList();
            // First level open, deeper ones folded: a negative count says folded.
            var count = entry < 0 ? own.Count : -own.Count;
            return own.Count == 0 ? string.Empty : $"\n/First {Reference(own[0])}\n/Last {Reference(own[^1])}\n/Count {count}";
        }
    }

    /// <summary>The nearest entry before that is higher; -1 for the outline.</summary>
    private static int[] Parents(IReadOnlyList<Bookmark> bookmarks)
    {
        var parents = new int[bookmarks.Count];
        var open = new Stack<int>();
        for (var i = 0; i < bookmarks.Count; i++)
        {
            while (open.Count > 0 && bookmarks[open.Peek()].Level >= bookmarks[i].Level)
            {
                open.Pop();
            }

            parents[i] = open.Count > 0 ? open.Peek() : -1;
            open.Push(i);
        }

        return parents;
    }

    private static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
}
