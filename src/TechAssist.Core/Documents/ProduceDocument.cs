using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;

namespace TechAssist.Core.Documents;

/// <summary>Produces a document of the process, as the definition's <c>TechAssist.Produce</c> steps name it, and files it with the
/// case.</summary>
public sealed class ProduceDocument(TechAssistDb db, DocumentSource source, LanguageOfCase languages, FileDocument files, TimelineWriter timeline)
{
    /// <exception cref="InvalidOperationException">The definition names a document nobody knows, or produces it before there is
    /// anything to say: a fault of the definition.</exception>
    public async Task ExecuteAsync(string document, Move move, CancellationToken cancellationToken)
    {
        foreach (var produced in await source.ToFileAsync(document, move, await languages.FindAsync(move.Request, cancellationToken), cancellationToken))
        {
            await FileAsync(produced, document, move.Request.Id, move.Now, cancellationToken);
        }
    }

    /// <summary>Files a final report again in the language it was translated into, in place of the one that was filed before. Does not
    /// save.</summary>
    /// <param name="report">With its mission and its case.</param>
    /// <param name="language">That it was translated into.</param>
    /// <param name="since">When something was translated last, UTC.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Stops the act.</param>
    /// <returns>False where what was filed says the same.</returns>
    internal async Task<bool> TranslatedReportAsync(EndOfMissionReport report, string language, DateTime since, DateTime now, CancellationToken cancellationToken)
    {
        var filed = (await db.Documents
            .Where(document => document.RequestId == report.RequestId && document.Kind == DocumentKinds.Report && document.RemovedAt == null && document.Language == language)
            .ToListAsync(cancellationToken))
            .FindAll(document => document.FileName.EndsWith($"{DocumentNames.Report(language, report.Mission.Number)}.pdf", StringComparison.Ordinal));
        if (filed.Exists(document => document.AddedAt >= since) || await source.ReportAsync(report.Mission.Request, report.MissionId, language, now, cancellationToken) is not { } produced)
        {
            return false;
        }

        filed.ForEach(document => document.Remove(now));
        await FileAsync(produced, "report", report.RequestId, now, cancellationToken);
        return true;
    }

    private async Task FileAsync(ProducedDocument produced, string document, Guid requestId, DateTime now, CancellationToken cancellationToken)
    {
        var file = DocumentFile.Of(produced.Paper, produced.Name, "pdf");
        var filed = await files.AddAsync(
            requestId, produced.Kind, file.FileName, file.ContentType, file.Bytes, produced.Language, produced.Audience, Actor.System, now, cancellationToken);
        filed.Tell(produced.AboutId, produced.ForExpertId);
        var line = new TimelineLine("document-produced")
        {
            // A line about a paper is for those who may read the paper.
            IsPublic = produced.Audience is DocumentAudience.Case or DocumentAudience.Participants,
            Values = new Dictionary<string, string>
            {
                ["document"] = document,
                ["documentId"] = filed.Id.ToString(),
                ["fileName"] = filed.FileName,
                ["language"] = produced.Language,
            },
        };
        await timeline.AddAsync(requestId, line, Actor.System, now, cancellationToken);
    }
}
