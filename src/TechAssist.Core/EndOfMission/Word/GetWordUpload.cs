using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission.Merging;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission.Word;

/// <summary>A text from Word, to be looked at before any of it is taken in.</summary>
/// <param name="IsBlind">It is compared with the text as it stands, not with the one it was made from.</param>
/// <param name="IsMerged">The report was changed in the portal since the form was made.</param>
/// <param name="Faults">What is too long or too much; it has to be left, or shortened.</param>
public sealed record WordUploadView(
    Guid Id, string FileName, DateTime At, bool IsBlind, bool IsMerged, string SavedByName, DateTime SavedAt, IReadOnlyList<WordChange> Changes,
    IReadOnlyList<FieldError> Faults, IReadOnlyList<WordNote> Notes, IReadOnlyList<LooseText> Loose, IReadOnlyList<WordRemark> Remarks);

/// <summary>What taking in a text from Word would change, beside the text as it stands now.</summary>
public sealed class GetWordUpload(TechAssistDb db, ReferenceCatalog reference)
{
    /// <param name="reportId">The report.</param>
    /// <param name="uploadId">Sent by the same person.</param>
    /// <param name="language">Of labels: the reader's.</param>
    /// <param name="actor">Who sent it.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <exception cref="NotFoundException">Absent, forgotten, or somebody else's.</exception>
    public async Task<WordUploadView> ExecuteAsync(Guid reportId, Guid uploadId, string language, Actor actor, CancellationToken cancellationToken)
    {
        var report = await db.FindReportAsync(reportId, actor, cancellationToken);
        actor.Require(actor.MayWrite(report));
        var upload = await db.WordUploadOfAsync(report, uploadId, actor, cancellationToken);
        var origin = (await db.BaseOfAsync(report, upload.Revision, cancellationToken)).Content;
        var (merged, clashes) = MergeReports.Of(origin, upload.Content, report.Content);
        var form = new WordForm(
            language, merged, [.. (await reference.WordOptionsAsync(language, cancellationToken)).Select(pair => new WordOption(pair.Key, pair.Value))], hasInternal: true, hasPeople: true);
        return new WordUploadView(
            upload.Id, upload.FileName, upload.At, upload.IsBlind, CoreJson.Write(origin) != CoreJson.Write(report.Content), report.SavedByName, report.SavedAt,
            Changes(form, (report.Content, merged), WordUnits.Changed(origin, upload.Content), clashes), InputCheck.Check(merged), upload.Notes, upload.Loose, upload.Remarks);
    }

    private static List<WordChange> Changes(WordForm form, (ReportContent Now, ReportContent Merged) texts, IReadOnlyList<string> units, IReadOnlyList<MergeClash> clashes)
    {
        var changes = new WordChanges(form, JsonPlace.TreeOf(texts.Now), JsonPlace.TreeOf(texts.Merged));
        return
        [
            .. form.Sections.SelectMany(section => section.Parts.Select(part => (Part: part, section.Number, Unit: part is WordFactsPart { Path: "" } facts ? facts.PathOf(facts.Fields[0]) : part.Path)))
                .Where(place => units.Contains(place.Unit))
                .Select(place => new WordChange(place.Unit, place.Number, place.Part.Label, changes.Of(place.Part), [.. clashes.Where(clash => WordUnits.Holds(place.Unit, clash.Field))]))
                .Where(change => change.Lines.Count > 0 || change.Clashes.Count > 0),
        ];
    }
}

internal static class WordUploads
{
    public static async Task<WordUpload> WordUploadOfAsync(this TechAssistDb db, EndOfMissionReport report, Guid uploadId, Actor actor, CancellationToken cancellationToken) =>
        await db.WordUploads.AsNoTracking().SingleOrDefaultAsync(upload => upload.Id == uploadId && upload.ReportId == report.Id && upload.PersonId == actor.PersonId, cancellationToken)
        ?? throw new NotFoundException("The upload");
}
