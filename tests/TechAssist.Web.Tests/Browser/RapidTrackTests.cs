using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NUnit.Framework;
using TechAssist.Core.Experts;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Browser;

/// <summary>The promise of the rapid track, as the people in it see it: from the decision to a confirmed expert, with the experts
/// answering from their telephones without signing in.</summary>
public sealed class RapidTrackTests : BrowserTests
{
    private const int Desktop = 1280;
    private const int Telephone = 390;

    private readonly List<string> barriers = [];

    [Test]
    public async Task An_expert_is_confirmed_within_a_day_of_the_decision()
    {
        var walked = await WalkedCase.SubmitAsync(App, "niger-crisis-rapid");
        await AddLikeAsync("expert5@demo.techassist.test", "Fofana-Núñez", "Zaïda");
        await AddLikeAsync("expert5@demo.techassist.test", "Œuvrard", "Maëlle");
        await walked.WalkUntilAsync(act => act.Task == "decision");
        var team = new Team(walked, email => SignInAsync(email, Desktop));
        await team.ActAsync();
        var decidedAt = App.Now;
        await walked.WalkUntilAsync(act => act.Task == "termsAndCall");
        await team.ActAsync();

        var duty = await CallThePoolAsync(team, walked);
        var links = await LinksAsync("/call/");
        Assert.That(links, Has.Count.GreaterThanOrEqualTo(3), "the rapid pool");
        await AnswerAsync(links[0].Path, new JsonObject { ["answer"] = "no", ["message"] = "En mission jusqu’à la fin du mois" });
        App.Clock.Advance(TimeSpan.FromHours(1));
        await AnswerAsync(links[1].Path, Yes("Prête à partir"));
        App.Clock.Advance(TimeSpan.FromHours(1));
        await AnswerAsync(links[2].Path, Yes("Je suis disponible"));
        // Nobody touches the officer's page: the answers come in by themselves.
        await Assertions.Expect(duty.Page.Locator("#calls .tag-accepted")).ToHaveCountAsync(2);
        await Assertions.Expect(duty.Page.Locator("#calls .tag-declined")).ToHaveCountAsync(1);
        await Assertions.Expect(duty.Page.Locator("#nominations .tag-accepted")).ToHaveCountAsync(2);

        await ConfirmSelectionAsync(team, links[1].Name);
        var asked = (await LinksAsync("/no-objection/")).Single();
        await AnswerAsync(asked.Path, new JsonObject { ["answer"] = "noObjection" });

        var nominations = await App.ReadAsync(db => db.Nominations.Where(row => row.RequestId == walked.RequestId).OrderBy(row => row.AnsweredAt)
            .Where(row => row.AnsweredAt != null).Select(row => new { row.Expert.Name, row.Status, row.IsReserve }).ToListAsync());
        Assert.Multiple(() =>
        {
            Assert.That(nominations.Select(row => (row.Status, row.IsReserve)), Is.EqualTo(new[]
            {
                (NominationStatus.Declined, false), (NominationStatus.Confirmed, false), (NominationStatus.Accepted, true),
            }));
            Assert.That(App.Now - decidedAt, Is.LessThan(TimeSpan.FromHours(24)));
            Assert.That(barriers, Is.Empty);
            Assert.That(team.Barriers, Is.Empty);
            Assert.That(Complaints, Is.Empty);
        });
    }

    /// <summary>Another expert of the rapid pool, as good as one who is there.</summary>
    private async Task AddLikeAsync(string email, string familyName, string givenName)
    {
        var like = await App.ReadAsync(db => db.Experts.SingleAsync(expert => expert.Person!.Email == email));
        var officer = await WalkedCase.ActorAsync(App, "officer@demo.techassist.test");
        var profile = like.Profile with { FamilyName = familyName, GivenNames = givenName, BirthYear = like.Profile.BirthYear - 3, Email = $"{familyName.Length}@experts.example" };
        await App.WithAsync(services => services.GetRequiredService<AddExpert>().ExecuteAsync(new AddExpertInput(profile), officer, default));
    }

    /// <summary>The duty officer opens the call as it stands ready, and leaves the page of the case open.</summary>
    private async Task<Desk> CallThePoolAsync(Team team, WalkedCase walked)
    {
        var duty = await team.DeskAsync("duty@demo.techassist.test");
        await duty.GoAsync($"/requests/{walked.Reference}/experts");
        await duty.PressAsync(duty.Page.Locator("main a[href$='/experts/call']").First);
        await LookAsync(duty);
        await duty.FillAsync(new JsonObject { ["role"] = "Chef d’équipe, accueil et orientation", ["asksPool"] = true });
        Assert.That(await duty.PressAsync(duty.Page.Locator("main .actions .btn-primary")), Is.EqualTo(200), await duty.Page.Locator("main").InnerTextAsync());
        await LookAsync(duty);
        return duty;
    }

    /// <summary>The expert who said yes first stands there already; the coordinator only says so.</summary>
    private async Task ConfirmSelectionAsync(Team team, string expected)
    {
        var coordinator = await team.DeskAsync("coordinator@demo.techassist.test");
        await coordinator.PressAsync(coordinator.Page.Locator("main a", new PageLocatorOptions { HasText = "Confirmer" }).First);
        await LookAsync(coordinator);
        await Assertions.Expect(coordinator.Page.Locator("#task-form [name='Input.chosen']:checked")).ToHaveCountAsync(1);
        await Assertions.Expect(coordinator.Page.Locator("#task-form .form-check:has(:checked)").First).ToContainTextAsync(expected);
        await coordinator.FillAsync(new JsonObject { ["why"] = "Premier oui, profil exact." }, "#task-form");
        Assert.That(await coordinator.PressAsync(coordinator.Page.Locator("#task-form button[value=confirm]")), Is.EqualTo(200), await coordinator.Page.Locator("main").InnerTextAsync());
    }

    private async Task AnswerAsync(string path, JsonObject answer)
    {
        var telephone = await OpenAsync("fr", Telephone);
        await telephone.GoAsync(path);
        await LookAsync(telephone);
        await telephone.FillAsync(answer);
        Assert.That(await telephone.PressAsync(telephone.Page.Locator("main form .btn-primary")), Is.EqualTo(200), await telephone.Page.Locator("main").InnerTextAsync());
        await Assertions.Expect(telephone.Page.Locator("main form")).ToHaveCountAsync(0);
        await telephone.Page.Context.CloseAsync();
    }

    private async Task LookAsync(Desk desk)
    {
        barriers.AddRange(await desk.BarriersAsync());
        if (await desk.IsTooWideAsync())
        {
            barriers.Add($"{desk.Address}: wider than the window");
        }
    }

    /// <summary>The links of such mails as they are read, by the names of their readers.</summary>
    private async Task<IReadOnlyList<(string Name, string Path)>> LinksAsync(string door)
    {
        var mails = await App.ReadAsync(db => db.Outbox.Where(mail => mail.OncePath != null).OrderBy(mail => mail.ToName).ToListAsync());
        return [.. mails.Where(mail => mail.OncePath!.StartsWith(door, StringComparison.Ordinal)).Select(mail => (mail.ToName, mail.OncePath!))];
    }

    private static JsonObject Yes(string message) => new()
    {
        ["answer"] = "yes",
        ["message"] = message,
        ["declaration"] = new JsonObject { ["interests"] = "none" },
    };
}
