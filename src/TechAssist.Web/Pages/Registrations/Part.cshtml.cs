using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TechAssist.Core;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Registrations;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Registrations;

/// <summary>One part of a registration. Continue keeps whatever was typed, then says what is missing; while typing, it saves itself.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.Writing)]
public sealed class PartModel(WriteRegistration write, ReferenceChoices choices, TimeProvider clock) : RegistrationPage(write, choices)
{
    [BindProperty(SupportsGet = true)]
    public string Part { get; set; } = "";

    [BindProperty]
    public Agreement Agreed { get; set; } = new();

    /// <summary>The mark of what this page showed when it was opened or last saved.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>What is on the page is also kept.</summary>
    public bool IsKept { get; private set; }

    /// <summary>The same part was saved from another window meanwhile.</summary>
    public bool IsOvertaken { get; private set; }

    /// <summary>Why what is on the page is not kept.</summary>
    public string SavedWord => IsOvertaken ? "Draft.NotSavedNewer" : ModelState.ErrorCount > 0 ? "Draft.NotSavedWrong" : "Draft.NotSaved";

    public string HoldsUntil => Today.AddMonths(Consent.Months).ToString("D", Languages.Culture(Languages.Current));

    /// <summary>From 1.</summary>
    public int Number => RegistrationPart.All.ToList().IndexOf(Asked) + 1;

    private RegistrationPart Asked => RegistrationPart.Find(Part) is { Key: not RegistrationPart.Cv } part ? part : throw new NotFoundException("The page");

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        _ = Asked;
        await base.LoadAsync(cancellationToken);
        if (Registration is null)
        {
            throw new NotFoundException("The registration");
        }

        ShowEmptyRows();
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        _ = Asked;
        await base.LoadAsync(cancellationToken);
        if (!IsOpen)
        {
            return ToStart();
        }

        Show();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await KeepAsync(cancellationToken))
        {
            return Overtaken();
        }

        var errors = Registration!.Missing.Where(Asked.Owns).ToList();
        if (errors.Count == 0)
        {
            var next = Number < RegistrationPart.All.Count ? RegistrationPart.All[Number].Key : "check";
            return LocalRedirect(Links.RegistrationPart(Token!, next));
        }

        errors.ForEach(error => ModelState.AddModelError(FieldNames.Key(error.Field), Messages.Text(error, Languages.Current)));
        var page = Page();
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    /// <summary>"Save and come back later": nothing is asked.</summary>
    public async Task<IActionResult> OnPostLaterAsync(CancellationToken cancellationToken)
    {
        if (!await KeepAsync(cancellationToken))
        {
            return Overtaken();
        }

        Flash("Register.Kept");
        return ToStart();
    }

    /// <summary>The part saves itself while it is written.</summary>
    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        IsOvertaken = !await KeepAsync(cancellationToken);
        return Page();
    }

    /// <returns>False when what another window saved would be lost.</returns>
    private async Task<bool> KeepAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var typed = Part == RegistrationPart.Consents ? Input with { Consents = Agreed.Over(Registration!.Profile.Consents, Today) } : Input;
        try
        {
            await Write.SaveAsync(Token, Asked, typed, Seen, cancellationToken);
        }
        catch (RuleException refused) when (refused.Code == "stale")
        {
            return false;
        }

        await LoadAsync(cancellationToken);
        Show();
        return true;
    }

    private void Show()
    {
        Input = Registration!.Profile;
        Agreed = Agreement.Of(Input);
        Seen = Asked.Mark(Input);
        IsKept = true;
        ModelState.Clear();
        ShowEmptyRows();
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Overtaken()
    {
        IsOvertaken = true;
        Seen = Asked.Mark(Registration!.Profile);
        ModelState.Remove(nameof(Seen));
        ModelState.AddModelError("", Messages.Text("Rule.stale", Languages.Current));
        var page = Page();
        page.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }

    /// <summary>A list that needs a row begins with one to fill in; empty rows are not kept.</summary>
    private void ShowEmptyRows() => Input = Part switch
    {
        "identity" when Input.Nationalities.Count == 0 => Input with { Nationalities = [""] },
        "themes" when Input.Themes.Count == 0 => Input with { Themes = [new ThemeSkill()] },
        "languages" when Input.Languages.Count == 0 => Input with { Languages = [new LanguageSkill()] },
        "experience" when Input.Countries.Count == 0 => Input with { Countries = [new CountryWork()] },
        "references" when Input.References.Count == 0 => Input with { References = [new Referee()] },
        _ => Input,
    };

    /// <summary>The boxes for consent. A consent given before keeps its day.</summary>
    public sealed record Agreement
    {
        public bool Storage { get; init; }

        public bool ShareCv { get; init; }

        public bool PublishName { get; init; }

        public static Agreement Of(ExpertProfile profile) => new()
        {
            Storage = profile.Consents.Any(consent => consent.Kind == ConsentKind.Storage),
            ShareCv = profile.Consents.Any(consent => consent.Kind == ConsentKind.ShareCv),
            PublishName = profile.Consents.Any(consent => consent.Kind == ConsentKind.PublishName),
        };

        public IReadOnlyList<Consent> Over(IReadOnlyList<Consent> before, DateOnly today)
        {
            var given = new[] { (ConsentKind.Storage, Storage), (ConsentKind.ShareCv, ShareCv), (ConsentKind.PublishName, PublishName) };
            return
            [
                .. given.Where(box => box.Item2).Select(box => before.FirstOrDefault(consent => consent.Kind == box.Item1) ?? new Consent
                {
                    Kind = box.Item1,
                    GivenOn = today,
                }),
            ];
        }
    }
}
