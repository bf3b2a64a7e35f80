using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using TechAssist.Core.Experts.Imports;
using TechAssist.Core.Experts.Registrations;
using TechAssist.Core.Inbox;
using TechAssist.Core.People;
using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Steering;
using TechAssist.Testing;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Security;

/// <summary>What the walks over all doors share: a case of Senegal with everything in it, one that ended, one that stands still, a
/// draft, and people who have nothing to do with any of them.</summary>
public abstract partial class RouteWalkTests(Provider provider) : PortalTests(provider)
{
    private static readonly string[] Changing = ["POST", "PUT", "PATCH", "DELETE"];

    /// <summary>The doors that stand open to everybody. A new one must be written here, on purpose.</summary>
    protected static readonly string[] Open =
    [
        "/", "/account/sign-in", "/account/forgot", "/account/invitation", "/account/reset", "/account/language", "/error/{status:int}",
        "/health/live", "/health/ready", "/api", "/api/docs", "/openapi/{documentName}.json",
        // Opened by the signed links of mails.
        "/call/{token}", "/confirm/{token}", "/no-objection/{token}", "/answer/{token}", "/answer/{token}/more-time", "/more-time/{token}", "/progress/{token}",
        "/register/expert", "/registration/{token}", "/registration/{token}/{part}", "/registration/{token}/cv", "/registration/{token}/check", "/ready/{token}", "/calendar/{token}.ics",
        // The short link of a survey.
        "/e/{code}",
    ];

    protected override IReadOnlyDictionary<string, string?>? Settings => new Dictionary<string, string?> { ["RateLimits:ApiPerMinute"] = "1000000" };

    protected IReadOnlyList<Door> Doors { get; private set; } = [];

    protected WalkedCase Case { get; private set; } = null!;

    protected CaseNames Names { get; private set; } = null!;

    /// <summary>All cases: what opens only when a case ended or stands still opens for one of them.</summary>
    protected IReadOnlyList<CaseNames> AllNames { get; private set; } = [];

    /// <summary>People of other countries, and those whose role gives them nothing to see here.</summary>
    protected IReadOnlyList<Caller> Strangers { get; private set; } = [];

    /// <summary>People who see the case, or the portfolio.</summary>
    protected IReadOnlyList<Caller> Others { get; private set; } = [];

    protected Caller Nobody { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        // A stream does not end; it has tests of its own.
        Doors = [.. (await Door.AllAsync(App)).Where(door => door.Pattern != "/notifications/stream")];
        var ended = await WalkedCase.SubmitAsync(App, "senegal-diaspora-withdrawn");
        await ended.WalkToEndAsync();
        var held = await WalkedCase.SubmitAsync(App, "senegal-diaspora-withdrawn");
        await held.WalkUntilAsync(act => act.Act == "withdraw");
        await HoldAsync(held.Reference);
        Case = await WalkedCase.SubmitAsync(App, "senegal-migration-statistics");
        await Case.WalkUntilAsync(act => act.Task == "closing");
        var requester = await WalkedCase.ActorAsync(App, Case.By);
        var draft = await App.WithAsync(services => services.GetRequiredService<SaveDraft>().StartAsync(Case.Request, requester, default));
        await ImportAsync();
        await InviteToRegisterAsync();
        await ReceiveAsync();
        Names = await CaseNames.OfAsync(App, Case, draft.Id);
        AllNames = [Names, await CaseNames.OfAsync(App, ended), await CaseNames.OfAsync(App, held)];
        Nobody = Caller.Anonymous(App);
        Strangers =
        [
            await StrangerAsync("a requester of Togo", Role.Requester, "TG"),
            await StrangerAsync("the focal point of Togo", Role.FocalPoint, "TG"),
            await StrangerAsync("a counterpart of Togo", Role.Counterpart, "TG"),
            await StrangerAsync("another requester of Senegal", Role.Requester, "SN"),
            await StrangerAsync("an expert without a case", Role.Expert, null),
            await StrangerAsync("a reference country", Role.ReferenceCountry, "CI"),
        ];
        Others =
        [
            await StrangerAsync("a case officer", Role.CaseOfficer, null),
            await StrangerAsync("a coordinator", Role.Coordinator, null),
            await StrangerAsync("an auditor", Role.Auditor, null),
            await StrangerAsync("a committee member", Role.Committee, null),
            await StrangerAsync("an administrator", Role.Administrator, null),
            await DemoAsync("requester.sn"),
            await DemoAsync("counterpart.sn"),
            await DemoAsync("focal.sn"),
            await DemoAsync("expert1"),
        ];
    }

    protected static string Place(Caller caller, string method, string address) =>
        $"{caller.Name}: {method} {(address.Length > 200 ? address[..200] + "…" : address)}";

    /// <summary>Everything that can be sent somewhere, about the case.</summary>
    protected IEnumerable<(string Method, string Address)> Targets(Func<Door, bool> isMeant) =>
        // A health check answers every method, and changes nothing.
        from door in Doors.Where(door => isMeant(door) && !door.Pattern.StartsWith("/health/", StringComparison.Ordinal))
        from method in Changing.Where(door.Takes)
        from address in Names.AddressesOf(door)
        from handler in door.Posts.IsEmpty ? [""] : door.Posts
        select (method, handler.Length == 0 ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}");

    protected static async Task<string> AntiforgeryAsync(Caller caller)
    {
        using var page = await caller.GetAsync("/account/profile");
        return WebUtility.HtmlDecode(Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value);
    }

    /// <summary>A table of experts that waits for its columns to be named.</summary>
    private async Task ImportAsync()
    {
        var officer = await WalkedCase.ActorAsync(App, "officer@demo.techassist.test");
        await App.WithAsync(services => services.GetRequiredService<StartImport>().ExecuteAsync("experts.csv", new MemoryStream("Nom;Prénom\nSané;Zoé\n"u8.ToArray()), officer, default));
    }

    /// <summary>A registration that was asked for.</summary>
    private async Task InviteToRegisterAsync()
    {
        var officer = await WalkedCase.ActorAsync(App, "officer@demo.techassist.test");
        await App.WithAsync(services => services.GetRequiredService<InviteToRegister>().ExecuteAsync(new ApplyInput { Email = "walk@x.test", Language = "fr" }, officer, default));
    }

    /// <summary>A mail that waits.</summary>
    private Task<InboxState?> ReceiveAsync() =>
        App.WithAsync(services => services.GetRequiredService<TakeMail>().ExecuteAsync(new MemoryStream("From: unknown@nowhere.test\r\nSubject: Hello\r\n\r\nHello\r\n"u8.ToArray()), default));

    private async Task HoldAsync(string reference)
    {
        var officer = await WalkedCase.ActorAsync(App, "officer@demo.techassist.test");
        var input = new HoldInput { Reason = "Élections", UntilOn = new DateOnly(2032, 6, 1) };
        await App.WithAsync(async services =>
        {
            await services.GetRequiredService<HoldRequest>().ExecuteAsync(reference, input, officer, default);
            return true;
        });
    }

    private async Task<Caller> StrangerAsync(string name, Role role, string? country) =>
        await Caller.SignInAsync(App, name, await App.Data.CreatePersonAsync(role, country));

    private async Task<Caller> DemoAsync(string user)
    {
        var email = user + "@demo.techassist.test";
        var actor = await WalkedCase.ActorAsync(App, email);
        var visitor = App.Visit();
        await visitor.FillAsync("/account/sign-in", ("Input.Email", email), ("Input.Password", Infrastructure.Demo.DemoPeople.Password));
        return new Caller(user, visitor, await Caller.TokenAsync(App, actor));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
