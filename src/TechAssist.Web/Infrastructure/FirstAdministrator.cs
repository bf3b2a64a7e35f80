using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;

namespace TechAssist.Web.Infrastructure;

/// <summary>Outside Development nobody has an account at first. With <c>Administrator:Email</c> set, the first start makes one
/// administrator and prints a one-time link to choose a password.</summary>
internal static class FirstAdministrator
{
    /// <returns>The link; null when there is nothing to do.</returns>
    public static async Task<string?> CreateAsync(IServiceProvider services, IConfiguration configuration, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<TechAssistDb>();
        if (Email(configuration) is not { } email || (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return null;
        }

        var people = await db.People.OrderBy(person => person.Id).Take(2).ToListAsync(cancellationToken);
        if (people.Count > 1 || people.Exists(person => person.PasswordHash is not null))
        {
            return null;
        }

        var administrator = people.SingleOrDefault() ?? Create(db, email, configuration, services.GetRequiredService<TimeProvider>());
        await db.SaveChangesAsync(cancellationToken);
        var path = await services.GetRequiredService<AccountLinks>().InvitationAsync(administrator);
        return services.GetRequiredService<IOptions<PortalOptions>>().Value.PublicUrl?.TrimEnd('/') + path;
    }

    private static string? Email(IConfiguration configuration) =>
        configuration["Administrator:Email"] is { Length: > 0 } email ? email.Trim() : null;

    private static Person Create(TechAssistDb db, string email, IConfiguration configuration, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var language = configuration["Administrator:Language"] is "en" ? "en" : "fr";
        var person = Person.Invite(email, configuration["Administrator:Name"] ?? email, language, institution: null, now);
        person.Grant(Role.Administrator, now);
        db.People.Add(person);
        return person;
    }
}
