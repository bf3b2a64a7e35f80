using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;

namespace TechAssist.Testing;

/// <summary>Somebody made for a test, with the password to sign in.</summary>
public sealed record TestPerson(Guid Id, string Email, string Name, string Language, Actor Actor)
{
    public const string Password = "cormoran-tabouret-47";
}

/// <summary>Builders of what a test needs. Each test makes its own.</summary>
public sealed class TestData(PortalApp app)
{
    private int count;

    public async Task<TestPerson> CreatePersonAsync(Role role, string? country = null, string language = "en", string? name = null, bool withPassword = true) =>
        await CreatePersonAsync([(role, country)], language, name, withPassword);

    public Task<TestPerson> CreatePersonAsync(
        IReadOnlyList<(Role Role, string? Country)> roles, string language = "en", string? name = null, bool withPassword = true) => app.WithAsync(async services =>
        {
            var number = Interlocked.Increment(ref count);
            var (email, called) = ($"person{number}@example.org", name ?? $"Zoë Ünlü-{number}");
            var person = Person.Invite(email, called, language, institution: null, app.Now);
            person.PasswordHash = withPassword ? services.GetRequiredService<IPasswordHasher<Person>>().HashPassword(person, TestPerson.Password) : null;
            foreach (var (role, country) in roles)
            {
                person.Grant(role, app.Now, country);
            }

            var db = services.GetRequiredService<TechAssistDb>();
            db.People.Add(person);
            await db.SaveChangesAsync();
            var actor = await services.GetRequiredService<FindActor>().ByIdAsync(person.Id, default);
            return new TestPerson(person.Id, email, called, language, actor!);
        });
}
