using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Translating;
using TechAssist.Core.Missions;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Reports;

/// <summary>The report beside its translation, text by text. What is typed is kept by itself; nothing of the report changes.</summary>
public sealed class TranslateModel(GetReport getReport, GetMission getMission, GetTranslation getTranslation, SaveTranslation saveTranslation)
    : ReportPage(getReport, getMission)
{
    [BindProperty]
    public SaveTranslationInput Input { get; set; } = new();

    /// <summary>On which translation each row stands that the browser shows, by the text it translates.</summary>
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

    /// <summary>The form shows what was sent and not taken.</summary>
    public bool IsUnsent => Request.Method == HttpMethods.Post && (Refused.Count > 0 || !ModelState.IsValid);

    public int OpenCount => View.Places.Count(place => place.State != TextState.UpToDate);

    /// <summary>Texts in both languages that nobody has compared, or of which the half in the report's own language is missing or older.</summary>
    public int PairsToCompare => View.Pairs.Count(pair => pair.State is not (TranslationState.Empty or TranslationState.UpToDate)
        && pair.State != (View.Into == "fr" ? TranslationState.FrenchMissing : TranslationState.EnglishMissing));

    /// <summary>As many lines as the original takes, and one to begin with.</summary>
    public static int LinesOf(string text) => Math.Clamp(1 + text.Split('\n').Sum(line => 1 + (line.Length / 60)), 2, 14);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        await ShowAsync(cancellationToken);
    }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await SaveAsync(isDone: true, cancellationToken);
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
        await SaveAsync(isDone: false, cancellationToken);
        return Page();
    }

    private Guid ReportId => Report?.Id ?? throw new NotFoundException("The report");

    private async Task SaveAsync(bool isDone, CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        var typed = new SaveTranslationInput { Texts = [.. Input.Texts.Select(text => text with { Base = Bases.GetValueOrDefault(text.Source) })], IsDone = isDone };
        Refused = await saveTranslation.ExecuteAsync(ReportId, typed, Actor, cancellationToken);
        await ShowAsync(cancellationToken);
        ModelState.Clear();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        View = await getTranslation.ExecuteAsync(ReportId, Actor, cancellationToken);
        List<TypedTranslation> sent = [.. Input.Texts.Where(text => !string.IsNullOrEmpty(text.Source) && !string.IsNullOrEmpty(text.Field))];
        var typed = sent.DistinctBy(text => text.Source).ToDictionary(text => text.Source);
        // Words that changed since are looked for by their place, where it cannot be another row's.
        var moved = sent.Where(text => !text.Field.Contains('[', StringComparison.Ordinal) && View.Places.All(place => place.Source != text.Source)).DistinctBy(text => text.Field).ToDictionary(text => text.Field);
        TypedTranslation? TypedFor(TranslationPlace place) => typed.GetValueOrDefault(place.Source) ?? moved.GetValueOrDefault(place.Field);
        Places = [.. View.Places.Where(place => !Open || place.State != TextState.UpToDate || TypedFor(place) is not null)];
        Bases = BasesOf(typed);
        foreach (var place in Places.Where(place => !typed.ContainsKey(place.Source) && moved.ContainsKey(place.Field)))
        {
            // It was typed of other words, and on nothing that stands here.
            Bases.Remove(place.Source);
        }

        Input = new SaveTranslationInput
        {
            Texts = [.. Places.Select(place => (TypedFor(place) ?? new TypedTranslation { Text = place.Text }) with { Field = place.Field, Source = place.Source })],
        };
    }

    /// <summary>A row stands on what is kept only if that is what it says. Where somebody else wrote meanwhile it still stands on what it
    /// showed before, or its next save would take their words away.</summary>
    private Dictionary<string, string?> BasesOf(Dictionary<string, TypedTranslation> typed)
    {
        var bases = View.Bases.ToDictionary(known => known.Key, known => (string?)known.Value);
        foreach (var (source, text) in typed)
        {
            var says = Blank.ToNull(text.Text) is { } words ? TranslationMark.HashOf(words) : null;
            if (bases.GetValueOrDefault(source) != says)
            {
                bases[source] = Bases.GetValueOrDefault(source);
            }
        }

        return bases;
    }
}
