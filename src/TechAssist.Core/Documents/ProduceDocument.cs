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

    /// <summary>Files a final report again in the language it was translated into, in place of the one in which its authors' words stood. Does
    /// not save.</summary>
    internal async Task TranslatedReportAsync(EndOfMissionReport report, string language, DateTime now, CancellationToken cancellationToken)
    {
        if (await source.ReportAsync(report.Mission.Request, report.MissionId, language, now, cancellationToken) is not { } produced)
        {
            return;
        }

        var filed = await db.Documents
            .Where(document => document.RequestId == report.RequestId && document.Kind == DocumentKinds.Report && document.RemovedAt == null && document.Language == language)
            .ToListAsync(cancellationToken);
        filed.FindAll(document => document.FileName.EndsWith($"{produced.Name}.pdf", StringComparison.Ordinal)).ForEach(document => document.Remove(now));
        await FileAsync(produced, "report", report.RequestId, now, cancellationToken);
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
