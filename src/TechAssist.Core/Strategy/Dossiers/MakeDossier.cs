using Microsoft.Extensions.Options;
using TechAssist.Core.Documents;
using TechAssist.Core.Reference;
using TechAssist.Reports.Xlsx;

namespace TechAssist.Core.Strategy.Dossiers;

/// <summary>The committee's dossier in one click, as <c>pdf</c>, <c>docx</c>, <c>html</c> or <c>xlsx</c>, in either language, from the very
/// figures its page shows.</summary>
public sealed class MakeDossier(GetStrategy getStrategy, ReferenceCatalog reference, IOptions<Letterhead> letterhead)
{
    public static readonly IReadOnlyList<string> Formats = ["pdf", "docx", "xlsx", "html"];

    /// <exception cref="InvalidInputException">No such form or language, or a filter that says nothing.</exception>
    public async Task<DocumentFile> ExecuteAsync(StrategyFilter filter, string format, string? language, Actor actor, CancellationToken cancellationToken)
    {
        var words = WordsIn(language ?? actor.Language, format);
        return Write(await getStrategy.ExecuteAsync(filter, actor, cancellationToken), format, words);
    }

    /// <summary>Every form in every language, from one reading.</summary>
    public async Task<IReadOnlyList<DocumentFile>> AllAsync(StrategyFilter filter, IReadOnlyList<string> languages, Actor actor, CancellationToken cancellationToken)
    {
        var figures = await getStrategy.ExecuteAsync(filter, actor, cancellationToken);
        return [.. languages.SelectMany(language => Formats.Select(format => Write(figures, format, WordsIn(language, format))))];
    }

    private DocumentWords WordsIn(string language, string format)
    {
        if (!Formats.Contains(format))
        {
            throw new InvalidInputException("format", "not-a-choice");
        }

        return Languages.IsOne(language) ? letterhead.Value.Words(language) : throw new InvalidInputException("lang", "not-a-choice");
    }

    private DocumentFile Write(StrategyFigures figures, string format, DocumentWords words)
    {
        var data = reference.Current;
        var names = new StrategyNames(figures, data, words);
        var organisation = letterhead.Value.Name(words);
        if (format != "xlsx")
        {
            return DocumentFile.Of(new DossierText(figures, names, organisation, data.Calendars.Secretariat).Write() with { Logo = letterhead.Value.Logo }, words["Strategy.Dossier"], format);
        }

        var workbook = new DossierSheets(figures, names, organisation, data.Calendars.Secretariat).Write();
        return new DocumentFile(
            $"{words["Strategy.FileName"]} {figures.Today:yyyy-MM-dd} – {words["Strategy.Dossier"]}.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            XlsxRenderer.Render(workbook));
    }
}
