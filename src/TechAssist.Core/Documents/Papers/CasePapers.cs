using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Documents.Papers;

/// <summary>Letters about a report and minutes of silence procedures: filed when it happens, and written again from the same records
/// in any form and either language. Whoever may open the filed one may have the others.</summary>
public sealed class CasePapers(TechAssistDb db, BuildAcceptanceLetter acceptances, BuildTransmissionLetter transmissions, BuildSilenceMinutes minutes)
{
    /// <summary>As workflow files name them.</summary>
    public static IReadOnlyList<string> Documents { get; } = ["acceptanceLetter", "transmissionLetter", "silenceMinutes"];

    /// <exception cref="InvalidOperationException">There is nothing to say yet: a fault of the definition.</exception>
    internal async Task<IReadOnlyList<ProducedDocument>> ToFileAsync(string document, Move move, string language, CancellationToken cancellationToken) => document switch
    {
        "acceptanceLetter" when move.Run.MissionId is { } missionId => await acceptances.ToFileAsync(move.Request, missionId, language, move.Now, cancellationToken),
        "transmissionLetter" when move.Run.MissionId is { } missionId => [await transmissions.ToFileAsync(move.Request, missionId, language, move.Now, cancellationToken)],
        "silenceMinutes" => [await minutes.ToFileAsync(move, language, cancellationToken)],
        _ => throw new InvalidOperationException($"{move.Run.Definition} v{move.Run.Version} produces '{document}' where there is no mission."),
    };

    /// <param name="reference">The case.</param>
    /// <param name="documentId">The filed letter or minutes.</param>
    /// <param name="format">One of <see cref="DocumentFile.Formats"/>.</param>
    /// <param name="language">"fr" or "en"; null for the reader's own.</param>
    /// <param name="actor">The reader.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InvalidInputException">No such form or language.</exception>
    /// <exception cref="NotFoundException">No such paper, or not the reader's to know.</exception>
    public async Task<DocumentFile> AgainAsync(string reference, Guid documentId, string format, string? language, Actor actor, CancellationToken cancellationToken)
    {
        if (!DocumentFile.Formats.Contains(format))
        {
            throw new InvalidInputException("format", "not-a-choice");
        }

        if (language is not null && !Languages.IsOne(language))
        {
            throw new InvalidInputException("lang", "not-a-choice");
        }

        var filed = await db.DocumentsVisibleTo(actor).AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == documentId && row.AboutId != null && db.Requests.Any(request => request.Id == row.RequestId && request.Reference == reference), cancellationToken)
            ?? throw new NotFoundException("The paper");
        var (paper, name) = await WriteAsync(filed, language ?? actor.Language, cancellationToken);
        return DocumentFile.Of(paper, name, format);
    }

    private async Task<(Paper Paper, string Name)> WriteAsync(Document filed, string language, CancellationToken cancellationToken)
    {
        var request = await db.Requests.AsNoTracking().Include(row => row.Countries).SingleAsync(row => row.Id == filed.RequestId, cancellationToken);
        return filed.Kind switch
        {
            DocumentKinds.AcceptanceLetter => await acceptances.AgainAsync(request, filed, language, cancellationToken),
            DocumentKinds.TransmissionLetter => await transmissions.AgainAsync(request, filed, language, cancellationToken),
            DocumentKinds.SilenceMinutes => await minutes.AgainAsync(request, filed, language, cancellationToken),
            _ => throw new NotFoundException("The paper"),
        };
    }
}
