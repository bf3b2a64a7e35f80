using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Cases;
using TechAssist.Core.Requests.Steering;
using TechAssist.Core.Workflows;

namespace TechAssist.Web.Pages.Requests.Steering;

/// <summary>Moves a case to the other track, after showing which steps would be carried over and which would be open.</summary>
public sealed class TrackModel(ChangeTrack change, WorkflowCatalog workflows) : SteeringPage
{
    [BindProperty]
    public ChangeTrackInput Input { get; set; } = new();

    public override string Act => "track";

    public Track Other { get; private set; }

    public IReadOnlyList<string> Carried { get; private set; } = [];

    public IReadOnlyList<string> Opened { get; private set; } = [];

    /// <summary>Why it cannot be done as the case stands.</summary>
    public string? Refusal { get; private set; }

    protected override bool IsOffered(SteeringRights rights) => rights.ChangeTrack;

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        Other = Standing.Track == Track.Rapid ? Track.Standard : Track.Rapid;
        if (!Standing.Rights.ChangeTrack)
        {
            return;
        }

        try
        {
            var plan = await change.DryRunAsync(Reference, Other, Actor, cancellationToken);
            Carried = [.. plan.Carried.Select(step => Label(step.StepId))];
            Opened = [.. plan.Open.Select(step => Label(step.StepId))];
        }
        catch (RuleException refusal)
        {
            // A dry run that finds no way is an answer of this page, not a failure of it.
            Refusal = Messages.Text(refusal, Languages.Current);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await change.ExecuteAsync(Reference, Input, Actor, cancellationToken);
        return Done();
    }

    private string Label(string stepId) =>
        workflows.Latest(Other == Track.Rapid ? "rapid" : "standard").FindStep(stepId)?.LabelStaff(Languages.Current) ?? stepId;
}
