namespace TechAssist.Reports.Pdf.Flow;

/// <summary>A piece at its place on a page.</summary>
internal readonly record struct OnPage(FlowPiece Piece, float Top);

/// <summary>Puts pieces on pages: no heading at the foot of a page, no single line of a paragraph on its own.</summary>
internal sealed class Paginator(float firstTop, float top, float bottom, float density)
{
    private readonly List<List<OnPage>> _pages = [[]];
    private float _y = firstTop;
    private float _after;

    private bool AtTop => _pages[^1].Count == 0;

    /// <param name="pieces">In reading order.</param>
    /// <param name="firstTop">Where the first page starts.</param>
    /// <param name="density">1 leaves the room between pieces as it is, less makes it smaller.</param>
    public static List<List<OnPage>> Paginate(IReadOnlyList<FlowPiece> pieces, float firstTop = Theme.Top, float density = 1) =>
        new Paginator(firstTop, Theme.Top, Theme.Bottom, density).Place(pieces);

    private List<List<OnPage>> Place(IReadOnlyList<FlowPiece> pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i] is BreakPiece)
            {
                if (!AtTop && i < pieces.Count - 1)
                {
                    NewPage();
                }

                continue;
            }

            var wanted = Wanted(pieces, i);
            if (!AtTop && wanted <= bottom - top && _y + Gap(pieces[i]) + wanted > bottom)
            {
                NewPage();
            }

            Put(pieces[i]);
        }

        return _pages;
    }

    /// <summary>The height that must fit for the piece to start here, with what it may not be parted from.</summary>
    private float Wanted(IReadOnlyList<FlowPiece> pieces, int i)
    {
        var height = 0f;
        while (pieces[i].KeepsWithNext && i + 1 < pieces.Count && pieces[i + 1] is not BreakPiece)
        {
            height += pieces[i].Height + (density * Math.Max(pieces[i].After, pieces[i + 1].Before));
            i++;
        }

        return height + pieces[i].LeastHeight;
    }

    private void Put(FlowPiece piece)
    {
        while (true)
        {
            var y = _y + Gap(piece);
            if (y + piece.Height <= bottom)
            {
                Add(piece, y);
                return;
            }

            if (piece.Split(bottom - y) is var (head, tail))
            {
                Add(head, y);
                NewPage();
                piece = tail;
            }
            else if (AtTop)
            {
                // Nothing to part and no larger page: it runs over the margin rather than getting lost.
                Add(piece, y);
                return;
            }
            else
            {
                NewPage();
            }
        }
    }

    private float Gap(FlowPiece piece) => AtTop ? 0 : density * Math.Max(_after, piece.Before);

    private void Add(FlowPiece piece, float y)
    {
        _pages[^1].Add(new OnPage(piece, y));
        _y = y + piece.Height;
        _after = piece.After;
    }

    private void NewPage()
    {
        _pages.Add([]);
        _y = top;
        _after = 0;
    }
}
