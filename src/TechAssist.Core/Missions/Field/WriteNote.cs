using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Missions.Field;

/// <summary>Keeps a note of a mission, once however often it is sent, and tells of danger in the same save.</summary>
public sealed class WriteNote(TechAssistDb db, NoteAlarm alarm, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>Times a note is tried that others of the case were faster than: nobody is there to press the button again.</summary>
    private const int MostTries = 5;

    /// <returns>The note; the first one where it was sent before.</returns>
    /// <exception cref="RuleException"><c>notes-not-yet</c>: the mission has not been ready, or its case is closed.</exception>
    public async Task<Guid> ExecuteAsync(Guid missionId, NoteInput input, Actor actor, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            if (await FindAsync(missionId, input.Key, actor, cancellationToken) is { } known)
            {
                return known;
            }

            try
            {
                return await KeepAsync(missionId, input, actor, cancellationToken);
            }
            catch (DbUpdateException) when (tries < MostTries)
            {
                // Sent twice at the same moment it is there now; otherwise another line of the case's history was.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Guid> KeepAsync(Guid missionId, NoteInput input, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await db.FindMissionAsync(missionId, actor, cancellationToken);
        actor.Require(actor.MayWriteNotes(mission));
        var now = clock.GetUtcNow().UtcDateTime;
        if (!mission.TakesNotes())
        {
            throw new RuleException("notes-not-yet");
        }

        NoteRules.Check(input, mission, now);
        var note = MissionNote.Of(mission, input, actor, now);
        db.MissionNotes.Add(note);
        await timeline.AddAsync(mission.RequestId, NoteLine.Of("note-written", mission, note), actor, now, cancellationToken);
        await alarm.TellAsync(note, mission, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return note.Id;
    }

    private Task<Guid?> FindAsync(Guid missionId, Guid key, Actor actor, CancellationToken cancellationToken) =>
        db.MissionNotes.Where(note => note.MissionId == missionId && note.AuthorId == actor.PersonId && note.Key == key).Select(note => (Guid?)note.Id)
            .SingleOrDefaultAsync(cancellationToken);
}
