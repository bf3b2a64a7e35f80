using TechAssist.Core.Experts;
using TechAssist.Core.Missions.Delivery;

namespace TechAssist.Web.Samples;

/// <summary>Somebody who took part, with the results of the tests and the sessions missed, counted from 1.</summary>
internal sealed record TraineeNamed(string Name, Sex? Sex = null, string? Institution = null, string? Function = null, int? Pre = null, int? Post = null)
{
    public IReadOnlyList<int> Missed { get; init; } = [];
}

internal sealed record TrainingNamed(IReadOnlyList<TraineeNamed> Participants);

/// <summary>Acts on what a mission delivers.</summary>
internal static class DeliveryActs
{
    public static readonly Dictionary<string, NamedAct> All = new()
    {
        ["saveDelivery"] = NamedAct.Of<DeliveryPlan>((call, _) => SaveAsync(call)),
        ["recordTraining"] = NamedAct.Of<TrainingNamed>(RecordAsync),
    };

    /// <summary>Writes the parts the sample gives fields of.</summary>
    private static async Task SaveAsync(ActCall call)
    {
        var mission = await call.Case.FindMissionAsync(call.Mission, call.By.PersonId, call.CancellationToken);
        foreach (var part in Enum.GetValues<DeliveryPart>().Where(part => FieldsOf(part).Any(call.Input.ContainsKey)))
        {
            var view = await call.Get<GetDelivery>().ExecuteAsync(mission.Id, call.By, call.CancellationToken);
            await call.Get<SaveDelivery>().ExecuteAsync(mission.Id, new SaveDeliveryInput(part, call.Over(view.Plan, call.Input), view.Revision), call.By, call.CancellationToken);
        }
    }

    private static string[] FieldsOf(DeliveryPart part) => part switch
    {
        DeliveryPart.Types => ["types", "country"],
        DeliveryPart.Enquiry => ["questions", "interviews"],
        DeliveryPart.Groups => ["groups", "preTest", "postTest"],
        _ => [part.ToString().ToLowerInvariant()],
    };

    /// <summary>Adds the participants as a list, and notes who was in which session and how the tests went.</summary>
    private static async Task RecordAsync(ActCall call, TrainingNamed input)
    {
        var mission = await call.Case.FindMissionAsync(call.Mission, call.By.PersonId, call.CancellationToken);
        var lines = input.Participants.Select(person => string.Join('\t', person.Name, person.Sex, person.Institution, person.Function));
        var list = new ImportParticipantsInput { Text = string.Join('\n', lines.Prepend("Name\tSex\tInstitution\tFunction")) };
        await call.Get<ImportParticipants>().ExecuteAsync(mission.Id, list, call.By, call.CancellationToken);
        var view = await call.Get<GetDelivery>().ExecuteAsync(mission.Id, call.By, call.CancellationToken);
        List<(ParticipantRow Row, TraineeNamed Said)> people = [.. input.Participants.Select(said => (view.Participants.First(row => row.Name == said.Name), said))];
        AttendanceMark[] present =
        [
            .. people.SelectMany(person => view.Plan.Sessions.Index().Where(session => !person.Said.Missed.Contains(session.Index + 1))
                .Select(session => new AttendanceMark(session.Item.Id, person.Row.Id))),
        ];
        await call.Get<MarkAttendance>().ExecuteAsync(mission.Id, new MarkAttendanceInput(present, []), call.By, call.CancellationToken);
        var scores = new NoteTestsInput { Scores = [.. people.Select(person => new TestRow { ParticipantId = person.Row.Id, Pre = person.Said.Pre, Post = person.Said.Post })] };
        await call.Get<NoteTests>().ExecuteAsync(mission.Id, scores, call.By, call.CancellationToken);
    }
}
