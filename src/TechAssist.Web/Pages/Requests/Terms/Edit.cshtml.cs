using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Terms;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Requests.Terms;

/// <summary>Writes the terms of reference, section by section. What is typed is kept by itself.</summary>
public sealed class EditModel(GetTerms getTerms, SaveTerms saveTerms) : TermsPage(getTerms)
{
    [BindProperty]
    public TermsContent Input { get; set; } = new();

    /// <summary>The revision on which was typed.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The revision somebody else saved meanwhile, over which the writer saves knowingly.</summary>
    [BindProperty]
    public int? Over { get; set; }

    public bool IsStale => Terms is not null && Request.Method == HttpMethods.Post && Revision != Terms.Revision;

    public int ActivityDays => Input.Activities.Sum(activity => activity.Days);

    public IReadOnlyList<FieldError> Missing => TermsRules.Check(Input, Case.Content);

    /// <summary>The specific objectives by number, for the deliverables.</summary>
    public IEnumerable<Choice> Objectives => Input.Objectives.Select((text, index) =>
        new Choice($"{index + 1}", In(text) is { Length: > 0 } words ? $"{index + 1}. {words}" : $"{index + 1}."));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!MayWrite)
        {
            return Actor.IsSecretariat ? LocalRedirect(Links.Terms(Case.Reference)) : NotFound();
        }

        Input = Terms!.Content with { Budget = Terms.Content.Budget ?? new TermsBudget() };
        Revision = Terms.Revision;
        return Page();
    }

    public override Task LoadAsync(CancellationToken cancellationToken) => LoadTermsAsync(null, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken);
        Flash("Terms.Saved");
        return LocalRedirect(Links.EditTerms(Reference));
    }

    /// <summary>Keeps what is typed and answers with the same page, of which the browser takes the state.</summary>
    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken)
    {
        Revision = (await SaveAsync(cancellationToken)).Revision;
        ModelState.Remove(nameof(Revision));
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task<SavedTerms> SaveAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        return await saveTerms.ExecuteAsync(Case.Id, new SaveTermsInput(Input, Over ?? Revision), Actor, cancellationToken);
    }
}
