using TechAssist.Core.Audit;
using TechAssist.Core.Work;

namespace TechAssist.Core.Documents;

/// <summary>Produces a document of the process, as the definition's <c>TechAssist.Produce</c> steps name it, and files it with the
/// case: in the requester's language, the report in both.</summary>
public sealed class ProduceDocument(DocumentSource source, LanguageOfCase languages, FileDocument files, TimelineWriter timeline)
{
    /// <exception cref="InvalidOperationException">The definition names a document nobody knows, or produces it before there is
    /// anything to say: a fault of the definition.</exception>
    public async Task ExecuteAsync(string document, Move move, CancellationToken cancellationToken)
    {
        var language = await languages.FindAsync(move.Request, cancellationToken);
        string[] wanted = document is "report" or "publicReport" ? [language, .. Languages.All.Where(other => other != language)] : [language];
        foreach (var each in wanted)
        {
            var produced = await source.ToFileAsync(document, move, each, cancellationToken);
            await FileAsync(produced, document, each, move, cancellationToken);
        }
    }

    private async Task FileAsync(ProducedDocument produced, string document, string language, Move move, CancellationToken cancellationToken)
    {
        var file = DocumentFile.Of(produced.Paper, produced.Name, "pdf");
        var filed = await files.AddAsync(
            move.Request.Id, produced.Kind, file.FileName, file.ContentType, file.Bytes, language, produced.Audience, Actor.System, move.Now, cancellationToken);
        var line = new TimelineLine("document-produced")
        {
            IsPublic = true,
            Values = new Dictionary<string, string>
            {
                ["document"] = document,
                ["documentId"] = filed.Id.ToString(),
                ["fileName"] = filed.FileName,
                ["language"] = language,
            },
        };
        await timeline.AddAsync(move.Request.Id, line, Actor.System, move.Now, cancellationToken);
    }
}
