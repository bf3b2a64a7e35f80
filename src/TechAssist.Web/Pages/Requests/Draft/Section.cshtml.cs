using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Draft;

/// <summary>One page of the journey. Continue saves whatever was typed, then says what is missing; while typing, the draft saves
/// itself. Somebody else's newer version is never overwritten unseen.</summary>
public sealed class SectionModel(GetDraft getDraft, SaveDraft saveDraft, ReferenceCatalog reference, TimeProvider clock) : DraftPage(getDraft, reference), IKindPage
{
    /// <summary>How often a save is tried that meets another one.</summary>
    private const int Attempts = 4;

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty]
    public RequestContent Input { get; set; } = new();

    /// <summary>The mark of what this page showed when it was opened or last saved.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>The name of this opened page: what it saved itself is no newer version of somebody else.</summary>
    [BindProperty]
    public string? From { get; set; }

    public JourneySection Section { get; private set; } = null!;

    public JourneyChoices Choices { get; private set; } = null!;

    /// <summary>What is on the page is also in the database.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Somebody saved another version of this page meanwhile; both are shown.</summary>
    public bool IsOvertaken { get; private set; }

    /// <summary>Why what is on the page is not saved. On the page that shows both versions it is said on top.</summary>
    public string SavedWord => (IsOvertaken, ModelState.ErrorCount) switch
    {
        (true, 0) => "Draft.NotSavedNewer",
        (false, > 0) => "Draft.NotSavedWrong",
        _ => "Draft.NotSaved",
    };

    /// <summary>From 1, counted among the pages with fields.</summary>
    public int Number => Sections.ToList().IndexOf(Section) + 1;

    public string Next => Number < Sections.Count ? Links.DraftSection(Id, Sections[Number].Key) : Links.DraftSection(Id, Journey.Files);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        From = From?.Length > AssistanceRequest.PageMost ? null : From;
        Section = Sections.FirstOrDefault(section => section.Key == Key) ?? throw new NotFoundException("The page");
        Choices = new JourneyChoices(Reference, T, Actor, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        ShowEmptyRows();
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!Draft.MayWrite)
        {
            return ToCase();
        }

        From = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        Show(Draft.Content);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await KeepAsync(cancellationToken))
        {
            return Overtaken();
        }

        var errors = Draft.Errors.Where(Section.Owns).ToList();
        if (errors.Count == 0)
        {
            return LocalRedirect(Next);
        }

        Tell(errors);
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

        Flash("Draft.Kept");
        return LocalRedirect(Links.Draft(Id));
    }

    /// <summary>The draft saves itself while it is written.</summary>
    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        IsOvertaken = !await KeepAsync(cancellationToken);
        return Page();
    }

    /// <returns>False when somebody else's version of this page would be lost.</returns>
    private async Task<bool> KeepAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await LoadAsync(cancellationToken);
            var stored = Section.Mark(Draft.Content);
            var typed = Section == Journey.Kind && !Actor.IsSecretariat ? Input with { Channel = Draft.Content.Channel } : Input;
            var content = Section.Take(Draft.Content, typed);
            if (Section.Mark(content) == stored)
            {
                Show(content);
                return true;
            }

            if (Seen is not null && Seen != stored && !IsOwnSave)
            {
                return false;
            }

            try
            {
                await saveDraft.ExecuteAsync(Id, content, Draft.Revision, From, Actor, cancellationToken);
                await LoadAsync(cancellationToken);
                Show(content);
                return true;
            }
            catch (RuleException refused) when (refused.Code == "stale" && attempt < Attempts)
            {
                // The draft was saved since it was read here: by this page's own autosave, or from another page of the journey.
            }
        }
    }

    /// <summary>What is stored was saved by this very page, whose answer was lost or is still on its way.</summary>
    private bool IsOwnSave => From is not null && From == Draft.SavedFrom;

    private void Show(RequestContent content)
    {
        Input = content;
        Seen = Section.Mark(content);
        IsKept = true;
        ModelState.Clear();
        ShowEmptyRows();
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Overtaken()
    {
        IsOvertaken = true;
        Seen = Section.Mark(Draft.Content);
        ModelState.AddModelError("", Messages.Text("Rule.stale", Languages.Current));
        var page = Page();
        page.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }

    /// <summary>A list that needs a row begins with one to fill in; empty rows are not stored.</summary>
    private void ShowEmptyRows()
    {
        if (IsShort)
        {
            return;
        }

        Input = Key switch
        {
            "why" when Input.Results.Count == 0 => Input with { Results = [new ExpectedResult()] },
            "when" when Input.Periods.Count == 0 => Input with { Periods = [new Period()] },
            _ => Input,
        };
    }
}
