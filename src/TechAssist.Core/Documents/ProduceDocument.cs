using TechAssist.Core.Audit;
using TechAssist.Core.Work;

namespace TechAssist.Core.Documents;

/// <summary>Produces a document of the process, as the definition's <c>TechAssist.Produce</c> steps name it, and files it with the
/// case.</summary>
public sealed class ProduceDocument(DocumentSource source, LanguageOfCase languages, FileDocument files, TimelineWriter timeline)
{
    /// <exception cref="InvalidOperationException">The definition names a document nobody knows, or produces it before there is
    /// anything to say: a fault of the definition.</exception>
    public async Task ExecuteAsync(string document, Move move, CancellationToken cancellationToken)
    {
        foreach (var produced in await source.ToFileAsync(document, move, await languages.FindAsync(move.Request, cancellationToken), cancellationToken))
        {
            await FileAsync(produced, document, move, cancellationToken);
        }
    }

    private async Task FileAsync(ProducedDocument produced, string document, Move move, CancellationToken cancellationToken)
    {
        var file = DocumentFile.Of(produced.Paper, produced.Name, "pdf");
        var filed = await files.AddAsync(
            move.Request.Id, produced.Kind, file.FileName, file.ContentType, file.Bytes, produced.Language, produced.Audience, Actor.System, move.Now, cancellationToken);
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
        await timeline.AddAsync(move.Request.Id, line, Actor.System, move.Now, cancellationToken);
    }
}
