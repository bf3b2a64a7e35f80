using System.Security.Claims;
using TechAssist.Core;
using TechAssist.Core.People;

namespace TechAssist.Web.Infrastructure;

/// <summary>Who sends this HTTP request, read from the database once. Pages and API take the actor from here.</summary>
public sealed class CurrentActor(IHttpContextAccessor http, FindActor findActor)
{
    private Task<Actor?>? found;

    /// <returns>Null when nobody is signed in, or the account was closed since.</returns>
    public Task<Actor?> FindAsync(CancellationToken cancellationToken) => found ??= ReadAsync(cancellationToken);

    /// <exception cref="NotFoundException">Nobody is signed in.</exception>
    public async Task<Actor> GetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ?? throw new NotFoundException("The signed-in person");

    private Task<Actor?> ReadAsync(CancellationToken cancellationToken)
    {
        var user = http.HttpContext?.User;
        return user?.Identity?.IsAuthenticated == true && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? findActor.ByIdAsync(id, cancellationToken)
            : Task.FromResult<Actor?>(null);
    }
}
