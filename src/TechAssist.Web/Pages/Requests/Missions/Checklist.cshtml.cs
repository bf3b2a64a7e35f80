using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Field;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Requests.Missions;

/// <summary>Gives an item of the checklist to somebody else or another day, or adds one.</summary>
[Authorize(Access.Secretariat)]
public sealed class ChecklistModel(ChangeChecklist changeChecklist, GetMission getMission) : CasePage
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>The key of the item; null for a further one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Item { get; set; }

    [BindProperty]
    public ChecklistItemInput Input { get; set; } = new();

    public MissionView Mission { get; private set; } = null!;

    public ChecklistItem? Known { get; private set; }

    public IReadOnlyList<Choice> Owners => [.. ChangeChecklist.Owners.Select(role => new Choice(role.ToString(), T["Role." + role]))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!Mission.MayEdit || !Case.IsRunning || (Item is not null && Known is null))
        {
            return LocalRedirect(Links.Mission(Case.Reference, Number));
        }

        if (Known is not null)
        {
            Input = new ChecklistItemInput { Owner = Known.Owner, DueOn = Known.DueOn };
        }

        return Page();
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        Mission = await getMission.OfCaseAsync(Case.Id, Number, Actor, cancellationToken);
        Known = Mission.Checklist.FirstOrDefault(item => item.Key == Item);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Item is null)
        {
            await changeChecklist.AddAsync(Mission.Id, Input, Actor, cancellationToken);
        }
        else
        {
            await changeChecklist.ChangeAsync(Mission.Id, Item, Input, Actor, cancellationToken);
        }

        Flash(Item is null ? "Checklist.Added" : "Checklist.Changed");
        return LocalRedirect(Links.Mission(Case.Reference, Number));
    }
}
