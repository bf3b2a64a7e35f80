using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Experts;
using TechAssist.Core.Terms;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Experts;

/// <summary>Looks in the roster for what the case needs: theme, language and days come from its terms, or else from the request.</summary>
[Authorize(Access.Secretariat)]
public sealed class FindModel(SearchRoster searchRoster, GetTerms getTerms) : CasePage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public RosterFilter Filter { get; set; } = new();

    public Page<RosterRow> Experts { get; private set; } = new([], null);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        if (Request.Query.Count == 0)
        {
            return LocalRedirect(Links.FindExperts(Case.Reference) + await NeedsAsync(cancellationToken));
        }

        Experts = await searchRoster.ExecuteAsync(Filter, Actor, cancellationToken);
        return Page();
    }

    private async Task<QueryString> NeedsAsync(CancellationToken cancellationToken)
    {
        var terms = (await getTerms.ExecuteAsync(Case.Id, null, Actor, cancellationToken))?.Content;
        var language = terms?.Profiles.SelectMany(profile => profile.Languages).FirstOrDefault(one => one.Language is not null);
        var period = terms is { Contract.From: not null } ? terms.Contract : Case.Content.Periods.FirstOrDefault();
        return QueryString.Create(new Dictionary<string, string?>
        {
            ["theme"] = Case.Content.Theme,
            ["minLevel"] = nameof(ThemeLevel.Practitioner),
            ["language"] = language?.Language ?? Case.Content.WorkingLanguages.FirstOrDefault(),
            ["minCefr"] = (language?.Level ?? Cefr.B2).ToString(),
            ["availableFrom"] = period?.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["availableTo"] = period?.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        }.Where(pair => pair.Value is not null));
    }
}
