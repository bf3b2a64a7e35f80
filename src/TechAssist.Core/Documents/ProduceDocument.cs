using TechAssist.Core.Audit;
using TechAssist.Core.Work;

namespace TechAssist.Core.Documents;

/// <summary>Produces a document of the process, as the definition's <c>TechAssist.Produce</c> steps name it, and files it with the case.</summary>
public sealed class ProduceDocument(TimelineWriter timeline)
{
    public Task ExecuteAsync(string document, Move move, CancellationToken cancellationToken) =>
        timeline.AddAsync(
            move.Request.Id,
            new TimelineLine("document-produced") { IsPublic = true, Values = new Dictionary<string, string> { ["document"] = document } },
            Actor.System, move.Now, cancellationToken);
}
