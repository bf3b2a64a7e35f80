using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Requests.Cases;
using TechAssist.Core.Requests.Steering;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Requests.Steering;

/// <summary>Reopens a closed case at a step it has been at.</summary>
public sealed class ReopenModel(ReopenRequest reopen, GetCasePath getPath) : SteeringPage
{
    private const string FollowUp = "followup";

    [BindProperty]
    public ReopenInput Input { get; set; } = new();

    public override string Act => "reopen";

    /// <summary>The steps the case was at, in the order of the process.</summary>
    public IReadOnlyList<Choice> Steps { get; private set; } = [];

    protected override bool IsOffered(SteeringRights rights) => rights.Reopen;

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        var paths = await getPath.ExecuteAsync(Standing.Id, Actor, cancellationToken);
        if (paths.FirstOrDefault(path => path.MissionNumber is null && path.Definition.DefinitionId != FollowUp) is { } last)
        {
            Steps = [.. last.Definition.HumanSteps.Where(step => last.Visited.Contains(step.Id) || last.CalledOff.Contains(step.Id))
                .Select(step => new Choice(step.Id, step.LabelStaff(Languages.Current)))];
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await reopen.ExecuteAsync(Reference, Input, Actor, cancellationToken);
        return Done();
    }
}
