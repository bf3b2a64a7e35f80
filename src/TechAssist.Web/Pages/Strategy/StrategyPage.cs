using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using TechAssist.Core;
using TechAssist.Core.Documents;
using TechAssist.Core.Reference;
using TechAssist.Core.Strategy;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Strategy;

/// <summary>What the pages of the committee's follow-up share: words, names and addresses that keep the filter.</summary>
[Authorize(Access.Strategy)]
public abstract class StrategyPage(ReferenceCatalog reference, TimeProvider clock) : PortalPage
{
    private DocumentWords? words;

    /// <summary>The words of the dossier: page and paper say the same.</summary>
    public DocumentWords W => words ??= new DocumentWords(Languages.Current);

    protected ReferenceSnapshot Data => reference.Current;

    public IReadOnlyList<Country> Countries => Data.BeneficiariesOn(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), Languages.Current);

    public IReadOnlyList<Theme> Themes => Data.MainThemes;

    /// <summary>Those that have objectives, the newest first.</summary>
    public IReadOnlyList<Framework> Frameworks => [.. Data.Frameworks.Where(framework => Data.ObjectivesOf(framework.Code).Count > 0).Reverse()];

    public string CountryName(string? code) => Data.Country(code)?.Name(Languages.Current) ?? code ?? "–";

    public string ObjectiveName(string code) => Data.Objective(code) is { } objective ? $"{objective.ShortCode} – {objective.Name(Languages.Current)}" : code;

    /// <summary>An address with the filter in it, and more.</summary>
    public static string With(string address, StrategyFilter filter, params (string Key, object? Value)[] more)
    {
        (string Key, object? Value)[] pairs =
            [("fromOn", filter.FromOn), ("toOn", filter.ToOn), ("framework", filter.Framework), ("country", filter.Country), ("theme", filter.Theme), .. more];
        // What is named later wins: a cell's country instead of the filter's.
        var query = pairs.GroupBy(pair => pair.Key).Select(group => group.Last()).Where(pair => pair.Value is not null and not "")
            .Select(pair => KeyValuePair.Create(pair.Key, (string?)(pair.Value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Convert.ToString(pair.Value, CultureInfo.InvariantCulture))));
        return address + QueryString.Create(query);
    }
}
