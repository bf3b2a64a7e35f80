using TechAssist.Core.Documents;
using TechAssist.Core.Missions.Delivery;

namespace TechAssist.Core.Tests.Missions;

/// <summary>What the people of a case do with a mission's delivery.</summary>
internal static class DeliveryWorld
{
    public static readonly Session[] Workshop =
    [
        new Session { On = new DateOnly(2031, 9, 1), From = new TimeOnly(9, 0), To = new TimeOnly(12, 0), Title = "Ouverture" },
        new Session { On = new DateOnly(2031, 9, 2), From = new TimeOnly(9, 0), To = new TimeOnly(10, 0), Title = "Exercices" },
        new Session { On = new DateOnly(2031, 9, 3), From = new TimeOnly(9, 0), To = new TimeOnly(10, 0), Title = "Clôture" },
    ];

    /// <summary>A mission that is ready to leave, on the evening of its last day.</summary>
    public static async Task<Guid> ReachWorkshopAsync(this CaseWorld world)
    {
        var missionId = await world.ReachMissionAsync();
        await world.SettleChecklistAsync(missionId);
        await world.AnswerAsync("logistics", "preparation", "ready");
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 9, 5, 17, 0, 0, TimeSpan.Zero));
        return missionId;
    }

    public static Task<DeliveryView> DeliveryAsync(this CaseWorld world, string who, Guid missionId) =>
        world.AsAsync<GetDelivery, DeliveryView>(who, (query, actor) => query.ExecuteAsync(missionId, actor, default));

    public static async Task SaveAsync(this CaseWorld world, string who, Guid missionId, DeliveryPart part, Func<DeliveryPlan, DeliveryPlan> change)
    {
        var seen = await world.DeliveryAsync(who, missionId);
        await world.AsAsync<SaveDelivery>(who, (act, actor) => act.ExecuteAsync(missionId, new SaveDeliveryInput(part, change(seen.Plan), seen.Revision), actor, default));
    }

    public static Task<ImportedParticipants> ImportAsync(this CaseWorld world, string who, Guid missionId, string text) =>
        world.AsAsync<ImportParticipants, ImportedParticipants>(who, (act, actor) => act.ExecuteAsync(missionId, new ImportParticipantsInput { Text = text }, actor, default));

    /// <summary>Marks the sessions by their place, from 0, for each participant by the beginning of the name.</summary>
    public static async Task MarkAsync(this CaseWorld world, string who, Guid missionId, params (string Name, int[] Sessions)[] present)
    {
        var seen = await world.DeliveryAsync("officer", missionId);
        AttendanceMark[] marks = [.. present.SelectMany(one => one.Sessions.Select(at => new AttendanceMark(seen.Plan.Sessions[at].Id, seen.Of(one.Name).Id)))];
        await world.AsAsync<MarkAttendance>(who, (act, actor) => act.ExecuteAsync(missionId, new MarkAttendanceInput(marks, []), actor, default));
    }

    public static ParticipantRow Of(this DeliveryView view, string name) => view.Participants.Single(row => row.Name.StartsWith(name, StringComparison.Ordinal));

    public static Task<DocumentFile> PaperAsync(this CaseWorld world, string who, string document, string format, string language) => world.AsAsync<RenderDocument, DocumentFile>(who, (act, actor) =>
        act.ExecuteAsync(new RenderDocumentInput("TA-2031-SN-0001", document) { Format = format, Language = language, Mission = 1 }, actor, default));

    public static async Task<string[]> ErrorsAsync(Func<Task> act)
    {
        var invalid = await Assert.ThrowsAsync<InvalidInputException>(() => act());
        return [.. invalid!.Errors.Select(error => $"{error.Field}: {error.Code}")];
    }

    public static async Task<string> RefusalAsync(Func<Task> act) => (await Assert.ThrowsAsync<RuleException>(() => act()))!.Code;
}
