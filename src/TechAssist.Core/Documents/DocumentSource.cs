using TechAssist.Core.EndOfMission.Publication;
using TechAssist.Core.Work;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Documents;

/// <summary>A document of the process, written and ready to be filed.</summary>
public sealed record ProducedDocument(Paper Paper, string Name, string Kind, DocumentAudience Audience);

/// <summary>Writes the documents that workflow files name.</summary>
public sealed class DocumentSource(BuildDecisionLetter letters, BuildTerms terms, BuildReport reports, BuildPublicReport publicReports)
{
    /// <exception cref="InvalidOperationException">No such document, or nothing to say yet: a fault of the definition.</exception>
    public async Task<ProducedDocument> ToFileAsync(string document, Move move, string language, CancellationToken cancellationToken) => document switch
    {
        "decisionLetter" when await letters.ExecuteAsync(move.Request, language, move.Now, cancellationToken) is { } letter =>
            new ProducedDocument(letter, DocumentNames.Letter(language), DocumentKinds.DecisionLetter, DocumentAudience.Case),
        "termsOfReference" when await terms.ToFileAsync(move.Request, language, move.Now, cancellationToken) is { } found =>
            new ProducedDocument(found.Paper, DocumentNames.Terms(language, found.Version), DocumentKinds.Terms, DocumentAudience.Case),
        "report" when move.Run.MissionId is { } missionId && await reports.ToFileAsync(move.Request, missionId, language, move.Now, cancellationToken) is { } found =>
            new ProducedDocument(found.Paper, DocumentNames.Report(language, found.Mission), DocumentKinds.Report, DocumentAudience.Participants),
        "publicReport" when move.Run.MissionId is { } missionId && await publicReports.ToFileAsync(missionId, language, cancellationToken) is { } found =>
            new ProducedDocument(found.Paper, DocumentNames.PublicReport(language, found.Mission), DocumentKinds.PublicReport, DocumentAudience.Case),
        _ => throw new InvalidOperationException($"{move.Run.Definition} v{move.Run.Version} produces '{document}', which is unknown or has nothing to say yet."),
    };
}
