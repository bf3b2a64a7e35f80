using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Documents;

/// <summary>Which document of a case, in which form.</summary>
/// <param name="Document">As the workflow files name it: <c>decisionLetter</c>, <c>termsOfReference</c>, or a paper of a mission:
/// <see cref="RenderMissionPaper.Documents"/>.</param>
public sealed record RenderDocumentInput(string Reference, string Document)
{
    public string Format { get; init; } = "pdf";

    /// <summary>"fr" or "en"; null for the reader's own.</summary>
    public string? Language { get; init; }

    /// <summary>Number of the mission whose report or paper it is; null for the latest.</summary>
    public int? Mission { get; init; }

    /// <summary>Version of the terms; null for the latest.</summary>
    public int? Version { get; init; }
}

/// <summary>Writes a document of a case now, in any form and either language, with what this reader may see.</summary>
public sealed class RenderDocument(TechAssistDb db, BuildDecisionLetter letters, BuildTerms terms, RenderMissionPaper missionPapers)
{
    /// <exception cref="InvalidInputException">No such document, form or language.</exception>
    /// <exception cref="NotFoundException">The case or its document is absent, or not the reader's to know.</exception>
    public async Task<DocumentFile> ExecuteAsync(RenderDocumentInput input, Actor actor, CancellationToken cancellationToken)
    {
        var request = await db.Requests.VisibleTo(actor).AsNoTracking().Include(row => row.Countries)
            .SingleOrDefaultAsync(row => row.Reference == input.Reference, cancellationToken)
            ?? throw new NotFoundException("The request");
        var language = input.Language ?? actor.Language;
        Check(input, language);
        return input.Document switch
        {
            "decisionLetter" => await LetterAsync(request, input, language, cancellationToken),
            "termsOfReference" => await TermsAsync(request, input, language, actor, cancellationToken),
            _ => await missionPapers.ExecuteAsync(request, input, language, actor, cancellationToken),
        };
    }

    private static void Check(RenderDocumentInput input, string language)
    {
        if (input.Document is not ("decisionLetter" or "termsOfReference") && !RenderMissionPaper.Documents.Contains(input.Document))
        {
            throw new InvalidInputException("document", "not-a-choice");
        }

        if (!DocumentFile.Formats.Contains(input.Format))
        {
            throw new InvalidInputException("format", "not-a-choice");
        }

        if (!Languages.IsOne(language))
        {
            throw new InvalidInputException("lang", "not-a-choice");
        }
    }

    private async Task<DocumentFile> LetterAsync(AssistanceRequest request, RenderDocumentInput input, string language, CancellationToken cancellationToken) =>
        await letters.ExecuteAsync(request, language, null, cancellationToken) is { } letter
            ? DocumentFile.Of(letter, DocumentNames.Letter(language), input.Format)
            : throw new NotFoundException("The letter");

    private async Task<DocumentFile> TermsAsync(AssistanceRequest request, RenderDocumentInput input, string language, Actor actor, CancellationToken cancellationToken) =>
        await terms.ForAsync(request, language, input.Version, actor, cancellationToken) is { } found
            ? DocumentFile.Of(found.Paper, DocumentNames.Terms(language, found.Version), input.Format)
            : throw new NotFoundException("The terms of reference");
}
