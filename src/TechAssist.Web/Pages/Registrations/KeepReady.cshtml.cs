using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TechAssist.Core;
using TechAssist.Core.Experts.Asks;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Registrations;

/// <summary>Behind the signed link of a mail that asks whether papers and availability still hold: one tap says so. Opening it
/// changes nothing.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.SignedLinks)]
public sealed class KeepReadyModel(AnswerAsk answer, TimeProvider clock) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public AnswerAskInput Input { get; set; } = new();

    /// <summary>Null when the link is none of ours.</summary>
    public AsksToAnswer? Asks { get; private set; }

    public IReadOnlyList<AskedItem> Papers => [.. Asks!.Items.Where(item => AskLadder.PaperOf(item.Item) is not null)];

    public IReadOnlyList<AskedItem> Consents => [.. Asks!.Items.Where(item => AskLadder.ConsentOf(item.Item) is not null)];

    /// <summary>The form of the availability stands open again once something was done in it.</summary>
    public bool IsChanging => HttpMethods.IsPost(Request.Method);

    /// <summary>The rule that stands in the way, in words.</summary>
    public string? Problem => Asks?.Problem is { } code ? Messages.Text("Rule." + code, Languages.Current) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Asks is { Problem: null } asks)
        {
            Input = new AnswerAskInput
            {
                NoticeDays = asks.NoticeDays,
                MostDaysAYear = asks.MostDaysAYear,
                RemoteOnly = asks.RemoteOnly,
                Unavailable = asks.Unavailable,
                Renewals = [.. Papers.Select(paper => new Renewal { Item = paper.Item })],
            };
        }

        var page = Page();
        page.StatusCode = Asks is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return page;
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            Asks = await answer.ReadAsync(Token, cancellationToken);
            // As many rows as there are papers, whatever was sent.
            Input = Input with { Renewals = [.. Papers.Select((paper, at) => (Input.Renewals.ElementAtOrDefault(at) ?? new Renewal()) with { Item = paper.Item })] };
        }
        catch (NotFoundException)
        {
            // The page says itself that the link is not one of ours.
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await answer.ExecuteAsync(Token, Input, cancellationToken);
        Flash("Ready.Done");
        return LocalRedirect(Links.KeepReady(Token!));
    }

    public string NameOf(AskedItem item) => AskWords.Name(item.Item, Languages.Current);

    public string HintOf(AskedItem item) =>
        T["Ready.NewDay", AskWords.Words(item.Item, item.On, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), Languages.Current)];
}
