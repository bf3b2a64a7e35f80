using TechAssist.Core.Terms;

namespace TechAssist.Web.Pages.Requests.Terms;

/// <summary>What reading and writing the terms of reference share.</summary>
public abstract class TermsPage(GetTerms getTerms) : CasePage
{
    /// <summary>The steps during which the secretariat writes.</summary>
    protected static readonly string[] WritingForms = ["terms", "termsCall", "termsAndCall"];

    private static readonly string[] Forms = [.. WritingForms, "termsApproval"];

    public TermsView? Terms { get; private set; }

    public bool MayWrite => Actor.IsSecretariat && Case.IsRunning
        && Terms is not null && (Terms.Status == TermsStatus.Draft || (Task is not null && WritingForms.Contains(Task.Form)));

    public static string SectionTitle(int number) => $"{number}. {Word($"Terms.{number}")}";

    protected async Task LoadTermsAsync(int? version, CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        Terms = await getTerms.ExecuteAsync(Case.Id, version, Actor, cancellationToken);
        await FindTaskAsync(Forms, null, cancellationToken);
    }
}
