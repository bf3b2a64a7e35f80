using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Translating;
using TechAssist.Core.EndOfMission.Word;
using TechAssist.Core.Missions;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Reports;

/// <summary>The report beside its translation, text by text. What is typed is kept by itself; nothing of the report changes.</summary>
public sealed class TranslateModel(GetReport getReport, GetMission getMission, GetTranslation getTranslation, SaveTranslation saveTranslation)
    : ReportPage(getReport, getMission)
{
    [BindProperty]
    public SaveTranslationInput Input { get; set; } = new();

    /// <summary>What stood in the place of each translation when this page had it last, by the text it translates.</summary>
    [BindProperty(Name = "Bases")]
    public Dictionary<string, string?> Bases { get; set; } = [];

    /// <summary>Only the texts that have no translation, or an older one.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Open { get; set; }

    public TranslationView View { get; private set; } = null!;

    /// <summary>The rows of the form, one for each of <see cref="Input"/>.</summary>
    public IReadOnlyList<TranslationPlace> Places { get; private set; } = [];

    /// <summary>Texts that were not kept, because somebody else had translated them meanwhile.</summary>
    public IReadOnlyList<string> Refused { get; private set; } = [];

    public int OpenCount => View.Places.Count(place => place.State != TextState.UpToDate);

    public string LabelOf(TranslationPlace place) => ReportInWord.LabelOf(place.Field, Report!.Content, Core.Languages.Current);

    /// <summary>As many lines as the original takes, and one to begin with.</summary>
    public static int LinesOf(string text) => Math.Clamp(1 + text.Split('\n').Sum(line => 1 + (line.Length / 60)), 2, 14);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        View = await getTranslation.ExecuteAsync(ReportId, Actor, cancellationToken);
        Places = [.. View.Places.Where(place => !Open || place.State != TextState.UpToDate || TypedFor(place) is not null)];
        // What was refused is still typed on what stood there before.
        Bases = View.Bases.ToDictionary(known => known.Key, known => Refused.Contains(known.Key) ? Bases.GetValueOrDefault(known.Key) : known.Value);
        Input = new SaveTranslationInput
        {
            Texts = [.. Places.Select(place => (TypedFor(place) ?? new TypedTranslation { Text = place.Text }) with { Field = place.Field, Source = place.Source })],
        };
    }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken);
        if (Refused.Count == 0)
        {
            Flash("Translate.Kept");
            return LocalRedirect(Links.TranslateReport(Case.Reference, Number) + (Open ? "?open=true" : ""));
        }

        foreach (var (index, _) in Places.Index().Where(row => Refused.Contains(row.Item.Source)))
        {
            ModelState.AddModelError(string.Create(CultureInfo.InvariantCulture, $"{nameof(Input)}.{nameof(Input.Texts)}[{index}].{nameof(TypedTranslation.Text)}"), T["Translate.Meanwhile"]);
        }

        var page = Page();
        page.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }

    /// <summary>Keeps what is typed and answers with the same page, of which the browser takes how it stands.</summary>
    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken);
        return Page();
    }

    private Guid ReportId => Report?.Id ?? throw new NotFoundException("The report");

    /// <summary>By the words; where these changed since, by their place.</summary>
    private TypedTranslation? TypedFor(TranslationPlace place) =>
        Input.Texts.FirstOrDefault(text => text.Source == place.Source) ?? Input.Texts.FirstOrDefault(text => text.Field == place.Field);

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        var typed = new SaveTranslationInput { Texts = [.. Input.Texts.Select(text => text with { Base = Bases.GetValueOrDefault(text.Source) })] };
        Refused = await saveTranslation.ExecuteAsync(ReportId, typed, Actor, cancellationToken);
        await LoadAsync(cancellationToken);
        ModelState.Clear();
    }
}
