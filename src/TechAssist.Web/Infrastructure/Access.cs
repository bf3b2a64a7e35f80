using Microsoft.AspNetCore.Authorization;
using TechAssist.Core.People;

namespace TechAssist.Web.Infrastructure;

/// <summary>Needs a signed-in person whose account is open; with roles, one of these held without limit.</summary>
public sealed record Access(params Role[] Roles) : IAuthorizationRequirement
{
    public const string Administrator = "administrator";
    public const string Secretariat = "secretariat";

    /// <summary>The secretariat, and the auditor who looks on.</summary>
    public const string Internals = "internals";

    /// <summary>The committee, beside those.</summary>
    public const string Strategy = "strategy";
}

public sealed class AccessHandler(CurrentActor current) : AuthorizationHandler<Access>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, Access requirement)
    {
        if (await current.FindAsync(CancellationToken.None) is { } actor && (requirement.Roles.Length == 0 || actor.HasAny(requirement.Roles)))
        {
            context.Succeed(requirement);
        }
    }
}
