using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Missions.Field;

/// <summary>The author puts a note right on the day it arrived; the history says so. Later, the next note does.</summary>
public sealed class CorrectNote(TechAssistDb db, NoteAlarm alarm, TimelineWriter timeline, ReferenceCatalog reference, TimeProvider clock)
{
    /// <param name="revision">Of the note as the author saw it.</param>
    /// <exception cref="RuleException"><c>note-stands</c>: another day, or somebody else's; <c>stale</c>.</exception>
    public async Task ExecuteAsync(Guid noteId, NoteInput input, int revision, Actor actor, CancellationToken cancellationToken)
    {
        var note = await db.MissionNotes.SingleOrDefaultAsync(row => row.Id == noteId, cancellationToken) ?? throw new NotFoundException("The note");
        var mission = await db.FindMissionAsync(note.MissionId, actor, cancellationToken);
        if (!actor.MayReadNotes(mission))
        {
            throw new NotFoundException("The note");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var there = (await reference.GetAsync(cancellationToken)).Calendars.Country(mission.Request.Country);
        if (!actor.MayCorrect(note.AuthorId, note.CreatedAt, there, now) || mission.Request.Status == RequestStatus.Closed)
        {
            throw new RuleException("note-stands");
        }

        NoteRules.Check(input, mission, now);
        if (note.Revision != revision)
        {
            throw new RuleException("stale");
        }

        var before = note.Mood;
        note.Correct(input, now);
        await timeline.AddAsync(mission.RequestId, NoteLine.Of("note-corrected", mission, note), actor, now, cancellationToken);
        if (note.Mood > before)
        {
            await alarm.TellAsync(note, mission, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
