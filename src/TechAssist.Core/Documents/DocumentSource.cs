using TechAssist.Core.Documents.Papers;
using TechAssist.Core.EndOfMission.Publication;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Documents;

/// <summary>A document of the process, written and ready to be filed.</summary>
public sealed record ProducedDocument(Paper Paper, string Name, string Kind, DocumentAudience Audience, string Language)
{
    /// <summary>The mission or the step it tells of, for what can be written again from it.</summary>
    public Guid? AboutId { get; init; }

    /// <summary>The expert to whom it is addressed.</summary>
    public Guid? ForExpertId { get; init; }
}

/// <summary>Writes the documents that workflow files name.</summary>
public sealed class DocumentSource(BuildDecisionLetter letters, BuildTerms terms, BuildReport reports, BuildPublicReport publicReports, CasePapers papers)
{
    /// <param name="language">The requester's: of everything but reports, which come in both, and letters to experts, which come in theirs.</param>
    /// <exception cref="InvalidOperationException">No such document, or nothing to say yet: a fault of the definition.</exception>
    public async Task<IReadOnlyList<ProducedDocument>> ToFileAsync(string document, Move move, string language, CancellationToken cancellationToken)
    {
        if (CasePapers.Documents.Contains(document))
        {
            return await papers.ToFileAsync(document, move, language, cancellationToken);
        }

        string[] wanted = document is "report" or "publicReport" ? [language, .. Languages.All.Where(other => other != language)] : [language];
        var produced = new List<ProducedDocument>();
        foreach (var each in wanted)
        {
            produced.Add(await OneAsync(document, move, each, cancellationToken));
        }

        return produced;
    }

    /// <summary>The report of a mission in one language.</summary>
    /// <returns>Null when there is none.</returns>
    internal async Task<ProducedDocument?> ReportAsync(AssistanceRequest request, Guid missionId, string language, DateTime now, CancellationToken cancellationToken) =>
        await reports.ToFileAsync(request, missionId, language, now, cancellationToken) is { } found
            ? new ProducedDocument(found.Paper, DocumentNames.Report(language, found.Mission), DocumentKinds.Report, DocumentAudience.Participants, language)
            : null;

    private async Task<ProducedDocument> OneAsync(string document, Move move, string language, CancellationToken cancellationToken) => document switch
    {
        "decisionLetter" when await letters.ExecuteAsync(move.Request, language, move.Now, cancellationToken) is { } letter =>
            new ProducedDocument(letter, DocumentNames.Letter(language), DocumentKinds.DecisionLetter, DocumentAudience.Case, language),
        "termsOfReference" when await terms.ToFileAsync(move.Request, language, move.Now, cancellationToken) is { } found =>
            new ProducedDocument(found.Paper, DocumentNames.Terms(language, found.Version), DocumentKinds.Terms, DocumentAudience.Case, language),
        "report" when move.Run.MissionId is { } missionId && await ReportAsync(move.Request, missionId, language, move.Now, cancellationToken) is { } found => found,
        "publicReport" when move.Run.MissionId is { } missionId && await publicReports.ToFileAsync(missionId, language, cancellationToken) is { } found =>
            new ProducedDocument(found.Paper, DocumentNames.PublicReport(language, found.Mission), DocumentKinds.PublicReport, DocumentAudience.Case, language),
        _ => throw new InvalidOperationException($"{move.Run.Definition} v{move.Run.Version} produces '{document}', which is unknown or has nothing to say yet."),
    };
}
