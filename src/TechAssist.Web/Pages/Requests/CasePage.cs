using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Documents;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests;

/// <summary>A page inside one case: finds the case by the reference in the address, and the reader's task that the page works for.</summary>
public abstract class CasePage : PortalPage
{
    /// <summary>References are in capitals; addresses made by the framework are not.</summary>
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set => field = value.ToUpperInvariant(); } = "";

    public CaseHead Case { get; private set; } = null!;

    public ReferenceChoices Choices { get; private set; } = null!;

    /// <summary>The reader's open task whose work is done here; null when there is none.</summary>
    public TaskRow? Task { get; private set; }

    public (string, string)[] Trail => [(T["Requests.Title"], Links.Requests), (Case.Reference, Links.Case(Case.Id, Case.Reference))];

    /// <summary>Where the page is in the reader's language, for long texts of the case.</summary>
    public static string In(LangText text) => text.In(Languages.Current);

    /// <summary>The words that screen and documents share.</summary>
    public static string Word(string key, params object?[] arguments) => Messages.Text("Document." + key, Languages.Current, arguments);

    public static string OnDay(DateOnly day) => new DocumentWords(Languages.Current).Day(day);

    public static string Days(int days) => new DocumentWords(Languages.Current).Days(days);

    protected async Task LoadCaseAsync(CancellationToken cancellationToken)
    {
        Choices = HttpContext.RequestServices.GetRequiredService<ReferenceChoices>();
        await Choices.ReadAsync(cancellationToken);
        Case = await HttpContext.RequestServices.GetRequiredService<GetCaseHead>().ExecuteAsync(Reference, Actor, cancellationToken);
    }

    /// <param name="forms">The forms of the steps whose work is done here.</param>
    /// <param name="missionId">Of this mission; null for steps of the case.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    protected async Task FindTaskAsync(IReadOnlyCollection<string> forms, Guid? missionId, CancellationToken cancellationToken)
    {
        var mine = await HttpContext.RequestServices.GetRequiredService<ListMyTasks>()
            .ExecuteAsync(new ListMyTasksInput { RequestId = Case.Id, PageSize = 100 }, Actor, cancellationToken);
        Task = mine.Items.FirstOrDefault(item => forms.Contains(item.Form) && (missionId is null || item.MissionId == missionId));
    }
}
