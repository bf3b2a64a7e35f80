using System.Globalization;
using TechAssist.Core.Clock;
using TechAssist.Core.Notifications;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;

namespace TechAssist.Core.Missions.Field;

/// <summary>Tells at once, at any hour, when a team is not safe: the case officer and whoever stands in, on the rapid track the duty
/// officer too, and the coordinator when the team leaves. Where no officer can be told, the coordinator is.</summary>
public sealed class NoteAlarm(TechAssistDb db, CasePeople people, CaseMail mail, ReferenceCatalog reference, SecretariatOffice office)
{
    public const string Watch = "mission-alarm-watch";
    public const string Leave = "mission-alarm-leave";

    public async Task TellAsync(MissionNote note, Mission mission, DateTime now, CancellationToken cancellationToken)
    {
        if (note.Mood == SecurityMood.Normal)
        {
            return;
        }

        var request = mission.Request;
        var readers = await ReadersAsync(note, mission, now, cancellationToken);
        var country = (await reference.GetAsync(cancellationToken)).Country(request.Country);
        foreach (var reader in readers)
        {
            mail.Tell(
                [reader], note.Mood == SecurityMood.Leave ? Leave : Watch, request, now,
                ("author", note.AuthorName),
                ("number", mission.Number.ToString(CultureInfo.InvariantCulture)),
                ("country", country?.Name(reader.Language) ?? request.Country ?? ""),
                ("place", note.Place ?? mission.Plan.Places ?? ""),
                ("on", note.On.ToString("d MMMM yyyy", Languages.Culture(reader.Language))),
                ("done", note.Done),
                ("open", note.OpenPoints ?? ""),
                ("emergency", mission.Plan.EmergencyContact ?? ""),
                ("path", $"/requests/{request.Reference}/missions/{mission.Number}/notes"));
        }
    }

    private async Task<IReadOnlyList<CasePerson>> ReadersAsync(MissionNote note, Mission mission, DateTime now, CancellationToken cancellationToken)
    {
        List<string> audience = ["caseOfficer"];
        if (mission.Request.Track == Track.Rapid)
        {
            audience.Add("dutyOfficer");
        }

        var officers = await people.FindAsync(audience, mission.Request, mission.Id, cancellationToken);
        var above = note.Mood == SecurityMood.Leave || officers.Count == 0
            ? await people.FindAsync(["coordinator"], mission.Request, mission.Id, cancellationToken)
            : [];
        List<CasePerson> told = [.. officers, .. above];
        told.AddRange(await SubstitutesAsync([.. told.Select(reader => reader.Id)], now, cancellationToken));
        return [.. told.DistinctBy(reader => reader.Id).Where(reader => reader.Id != note.AuthorId)];
    }

    /// <summary>Whoever stands in today for one of those who are told.</summary>
    private async Task<IReadOnlyList<CasePerson>> SubstitutesAsync(List<Guid> told, DateTime now, CancellationToken cancellationToken)
    {
        var today = office.Today(now);
        return await CasePeople.ReadAsync(
            Role.CaseOfficer,
            db.Substitutions.Where(row => told.Contains(row.PersonId) && row.EndedAt == null && row.FromOn <= today && today <= row.ToOn).Select(row => row.Substitute),
            cancellationToken);
    }
}
