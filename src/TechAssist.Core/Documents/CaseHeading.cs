using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Reports;

namespace TechAssist.Core.Documents;

/// <summary>What the covers of a case's documents have in common: the country, who asked, theme and objectives in words.</summary>
public sealed class CaseHeading(AssistanceRequest request, ReferenceSnapshot data, DocumentWords words)
{
    public string Countries => string.Join(", ", request.Content.Countries.Select(code => data.Country(code)?.Name(words.Language) ?? code));

    public string Subtitle => string.Join(" · ", new[] { Blank.ToNull(request.Content.Institution.Name), Countries }.OfType<string>());

    public string? Confidentiality => words.Name(request.Confidentiality);

    public IEnumerable<Fact> Facts()
    {
        yield return new Fact(words[request.IsRegional ? "Countries" : "Country"], Countries);
        if (Blank.ToNull(request.Content.Institution.Name) is { } institution)
        {
            yield return new Fact(words["Institution"], institution);
        }

        if (data.Theme(request.Theme) is { } theme)
        {
            yield return new Fact(words["Theme"], theme.Name(words.Language));
        }
    }

    /// <summary>"R9 – Sécuriser la gestion des données": an objective's short code and name, or the code where we do not know it.</summary>
    public string Objective(string code) => data.Objective(code) is { } objective ? $"{objective.ShortCode} – {objective.Name(words.Language)}" : code;

    public string AssistanceType(string? code) => data.AssistanceType(code)?.Name(words.Language) ?? code ?? "–";
}
