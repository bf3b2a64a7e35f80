using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Calls;

namespace TechAssist.Core.Tests.Experts;

/// <summary>Experts without an account who are called, and what they do with the link of their mail.</summary>
internal static class CalledExperts
{
    public static readonly AnswerInvitationInput Yes = new(true) { Declaration = CaseTexts.NoConflict };

    public static async Task<(Guid CallId, Dictionary<string, string> Tokens)> CallAsync(CaseWorld world, int hours, params string[] experts) => await CallAsync(world, hours, autoProposes: null, experts);

    public static async Task<(Guid CallId, Dictionary<string, string> Tokens)> CallAsync(CaseWorld world, int hours, bool? autoProposes, params string[] experts)
    {
        if (world.RequestId == Guid.Empty)
        {
            await world.ApproveRequestAsync();
        }

        var nominations = new List<Guid>();
        foreach (var expert in experts)
        {
            nominations.Add(await world.ProposeAsync(await AddAsync(world, expert, profile => profile)));
        }

        var callId = await OpenAsync(world, new OpenCallInput { Role = "Statisticienne", Nominations = nominations, ClosesAt = world.Now.AddHours(hours), FromOn = new DateOnly(2031, 9, 1), ToOn = new DateOnly(2031, 9, 5), AutoProposes = autoProposes });
        var paths = await world.ReadAsync(db => db.Outbox.Where(mail => mail.Template == "call-opened").ToListAsync());
        return (callId, paths.ToDictionary(mail => mail.ToName.Split(' ')[0], mail => mail.OncePath!["/call/".Length..^"?lang=fr".Length]));
    }

    public static Task<Guid> AddAsync(CaseWorld world, string given, Func<ExpertProfile, ExpertProfile> change)
    {
        var profile = CaseTexts.Expert("Dubœuf", given, "FR", DateOnly.FromDateTime(world.Now).AddDays(-30)) with { Email = given.ToLowerInvariant() + "@expert.test" };
        return world.AsAsync<AddExpert, Guid>("officer", (act, actor) => act.ExecuteAsync(new AddExpertInput(change(profile)), actor, default));
    }

    /// <summary>Ready to travel, with short notice.</summary>
    public static ExpertProfile Pooled(ExpertProfile profile) => profile with
    {
        NoticeDays = 3,
        Readiness = [.. Enum.GetValues<ReadinessKind>().Where(kind => kind != ReadinessKind.Visa).Select(kind => new ReadinessItem { Kind = kind })],
    };

    public static Task<Guid> OpenAsync(CaseWorld world, OpenCallInput input) =>
        world.AsAsync<OpenCall, Guid>("officer", (act, actor) => act.ExecuteAsync(world.RequestId, input, actor, default));

    public static async Task<string> RefusedAsync(CaseWorld world, OpenCallInput input) =>
        (await Assert.ThrowsAsync<InvalidInputException>(() => OpenAsync(world, input)))!.Message;

    public static Task<CallToAnswer> ReadAsync(CaseWorld world, string token) =>
        world.AsAsync<AnswerCall, CallToAnswer>("stranger", (act, _) => act.ReadAsync(token, default));

    public static Task AnswerAsync(CaseWorld world, string token, AnswerInvitationInput input) =>
        world.AsAsync<AnswerCall>("stranger", (act, _) => act.ExecuteAsync(token, input, default));

    public static Task SeeAsync(CaseWorld world, string token) => world.AsAsync<AnswerCall>("stranger", (act, _) => act.SeenAsync(token, default));

    public static Task<int> SweepAsync(CaseWorld world) => world.AsAsync<SweepCalls, int>("officer", (act, _) => act.ExecuteAsync(100, default));

    public static Task<string[]> MailsAsync(CaseWorld world, string template) =>
        world.ReadAsync(db => db.Outbox.Where(mail => mail.Template == template).OrderBy(mail => mail.ToAddress).Select(mail => mail.ToAddress).ToArrayAsync());

    /// <summary>"who hours" of every such line.</summary>
    public static async Task<string[]> TimelineAsync(CaseWorld world, string kind) =>
        [.. (await world.ReadAsync(db => db.Timeline.Where(line => line.Kind == kind).ToListAsync()))
            .Select(line => $"{line.Values.GetValueOrDefault("expert")} {line.Values.GetValueOrDefault("hours")}")];
}
