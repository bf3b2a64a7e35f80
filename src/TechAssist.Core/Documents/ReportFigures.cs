using TechAssist.Core.EndOfMission.Photos;
using TechAssist.Reports;

namespace TechAssist.Core.Documents;

/// <summary>The photos of an end-of-mission report, as figures at the end of their sections. Only those whose pictures the paper was given
/// are shown.</summary>
internal sealed class ReportFigures(IReadOnlyList<ReportPhoto> photos, IReadOnlyDictionary<Guid, StoredPhoto> pictures, DocumentWords words)
{
    /// <summary>Of the width of the text: two thirds of a page's height are left for words.</summary>
    private const double Lying = 0.8;

    private const double Standing = 0.5;

    public bool HasSome(int section) => Of(section).Any();

    public IEnumerable<Block> Of(int section) => photos
        .Where(photo => photo.Section == section && pictures.ContainsKey(photo.Id))
        .Select(photo => Figure(photo, pictures[photo.Id]));

    private Image Figure(ReportPhoto photo, StoredPhoto stored) => new(
        stored.Bytes, Blank.ToNull(photo.AltText) ?? photo.Caption.In(words.Language), Caption(photo), stored.Height > stored.Width ? Standing : Lying);

    private RichText Caption(ReportPhoto photo)
    {
        List<Inline> caption = [.. words.Of(photo.Caption)];
        var taken = string.Join(", ", new[] { Blank.ToNull(photo.Place), photo.TakenOn is { } day ? words.Day(day) : null }.OfType<string>());
        if (taken.Length > 0)
        {
            caption.Add(Inline.Italic((caption.Count > 0 ? " – " : "") + taken));
        }

        if (!photo.MayLeave)
        {
            caption.Add(Inline.Bold((caption.Count > 0 ? " " : "") + words["Photo.Kept"]));
        }

        return RichText.Of([.. caption]);
    }
}
