using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Documents;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Delivery;
using TechAssist.Core.Reference;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Requests.Missions.Delivery;

/// <summary>Writes one part of what a mission delivers: its types, its programme, or the records that fit them.</summary>
public sealed class EditModel(GetDelivery getDelivery, GetMission getMission, SaveDelivery saveDelivery, ListDocuments listDocuments, ReferenceCatalog catalog)
    : DeliveryPage(getDelivery, getMission)
{
    /// <summary>The part, by its name in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Records { get; set; } = "";

    [BindProperty]
    public DeliveryPlan Input { get; set; } = new();

    [BindProperty]
    public int Revision { get; set; }

    public DeliveryPart Part { get; private set; }

    /// <summary>The case's files, for the drafts.</summary>
    public IReadOnlyList<Choice> Files { get; private set; } = [];

    public IReadOnlyList<Choice> Team => [.. Delivery.Team.Select(member => new Choice(member.ExpertId.ToString(), member.Name))];

    public IReadOnlyList<Choice> Countries => [.. catalog.Current.Calendars.Keys.Where(key => key.Length == 2).Select(key => new Choice(key, Choices.Country(key))).OrderBy(choice => choice.Label, StringComparer.Create(Languages.Culture(Languages.Current), ignoreCase: true))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        (Input, Revision) = (Delivery.Plan, Delivery.Revision);
        return BackUnless(Delivery.MayEdit) ?? Page();
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        Part = Enum.GetValues<DeliveryPart>().Cast<DeliveryPart?>().FirstOrDefault(part => string.Equals(part.ToString(), Records, StringComparison.OrdinalIgnoreCase))
            ?? throw new NotFoundException("The part");
        if (Part == DeliveryPart.Drafts)
        {
            var files = await listDocuments.ExecuteAsync(Case.Id, new PageInput { PageSize = 100 }, Actor, cancellationToken);
            Files = [.. files.Items.Select(file => new Choice(file.Id.ToString(), file.FileName))];
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await saveDelivery.ExecuteAsync(Delivery.MissionId, new SaveDeliveryInput(Part, Input, Revision), Actor, cancellationToken);
        Flash("Delivery.Saved");
        return LocalRedirect(Part == DeliveryPart.Groups ? DeliveryLinks.Participants(Case.Reference, Number) : DeliveryLinks.Overview(Case.Reference, Number));
    }
}
