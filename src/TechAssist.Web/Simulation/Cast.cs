using Microsoft.EntityFrameworkCore;
using TechAssist.Core;
using TechAssist.Core.Experts;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Web.Infrastructure.Demo;

namespace TechAssist.Web.Simulation;

/// <summary>The invented people of a simulated year: those of the demo, more officers, more experts, and the sides of more countries,
/// among them some whose week ends on Friday and Saturday.</summary>
public static class Cast
{
    /// <summary>How many experts stand behind each one of the samples.</summary>
    public const int ExpertsEach = 15;

    private const string Domain = "@demo.techassist.test";

    private static readonly string[] Sides = ["requester", "focal", "counterpart"];

    /// <summary>The officers of the samples, and those who share their cases.</summary>
    public static readonly string[] Officers = ["officer", "officer2", "officer3", "officer4"];

    /// <summary>For the country of a sample, those that can stand in its place; the sample's language is spoken there or at work.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Countries = new Dictionary<string, string[]>
    {
        ["SN"] = ["SN", "GN", "CI", "TN", "DZ"],
        ["NE"] = ["NE", "BF", "TD"],
        ["TG"] = ["TG", "GA", "CM", "MA"],
        ["GH"] = ["GH", "NG", "GM"],
        ["CV"] = ["CV", "LR", "SL", "LY"],
    };

    public static string Mail(string user) => user + Domain;

    public static async Task CreateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<TechAssistDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var known = (await db.People.Select(person => person.Email!).ToListAsync(cancellationToken)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (user, like, country) in Wanted().Where(wanted => !known.Contains(Mail(wanted.User))))
        {
            var model = DemoPeople.All.First(demo => demo.User == like);
            var person = Person.Invite(Mail(user), $"{model.Name} ({user})", model.Language, model.Institution, now);
            person.EmailConfirmed = true;
            foreach (var (role, at) in model.Roles)
            {
                person.Grant(role, now, at is null ? null : country);
            }

            db.People.Add(person);
        }

        await db.SaveChangesAsync(cancellationToken);
        await AddExpertsAsync(services, db, cancellationToken);
    }

    private static IEnumerable<(string User, string Like, string? Country)> Wanted()
    {
        foreach (var officer in Officers[2..])
        {
            yield return (officer, "officer2", null);
        }

        foreach (var (sample, others) in Countries)
        {
            foreach (var country in others)
            {
                foreach (var side in Sides)
                {
                    yield return ($"{side}.{Lower(country)}", side == "counterpart" && sample == "GH" ? "counterpart.cv" : $"{side}.{Lower(sample)}", country);
                }
            }
        }

        foreach (var expert in Enumerable.Range(1, 6))
        {
            foreach (var number in Enumerable.Range(2, ExpertsEach - 1))
            {
                yield return ($"expert{expert}-{number}", $"expert{expert}", null);
            }
        }
    }

    public static string Lower(string country) => country.ToLowerInvariant();

    /// <summary>Each with the profile of the one in whose place they can go.</summary>
    private static async Task AddExpertsAsync(IServiceProvider services, TechAssistDb db, CancellationToken cancellationToken)
    {
        var add = services.GetRequiredService<AddExpert>();
        foreach (var expert in Enumerable.Range(1, 6))
        {
            var model = await db.Experts.AsNoTracking().SingleAsync(row => row.Person!.Email == Mail($"expert{expert}"), cancellationToken);
            foreach (var number in Enumerable.Range(2, ExpertsEach - 1))
            {
                var profile = model.Profile with { FamilyName = $"{model.Profile.FamilyName} {number}" };
                await add.ExecuteAsync(new AddExpertInput(profile, Mail($"expert{expert}-{number}")), Actor.System, cancellationToken);
            }
        }
    }
}
