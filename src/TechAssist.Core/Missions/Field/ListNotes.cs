using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Missions.Field;

/// <param name="Key">By which the device that wrote it knows that it arrived.</param>
public sealed record NoteRow(
    Guid Id, Guid Key, DateOnly On, string? Place, string Done, string? OpenPoints, SecurityMood Mood, string AuthorName, DateTime CreatedAt, DateTime? CorrectedAt,
    int Revision, bool MayCorrect)
{
    public NoteInput ToInput() => new() { Key = Key, On = On, Place = Place, Done = Done, OpenPoints = OpenPoints, Mood = Mood };
}

/// <param name="Today">Where the mission is.</param>
public sealed record MissionNotes(IReadOnlyList<NoteRow> Rows, bool MayWrite, DateOnly Today);

/// <summary>The notes of a mission, the latest day first, for its team, the secretariat and the auditor.</summary>
public sealed class ListNotes(TechAssistDb db, ReferenceCatalog reference, TimeProvider clock)
{
    /// <summary>More than a team of eight writes in a month.</summary>
    private const int Most = 300;

    /// <exception cref="NotFoundException">Not the actor's to read.</exception>
    public async Task<MissionNotes> ExecuteAsync(Guid missionId, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await db.FindMissionAsync(missionId, actor, cancellationToken);
        if (!actor.MayReadNotes(mission))
        {
            throw new NotFoundException("The notes");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var there = (await reference.GetAsync(cancellationToken)).Calendars.Country(mission.Request.Country);
        var notes = await db.MissionNotes.AsNoTracking().Where(note => note.MissionId == missionId)
            .OrderByDescending(note => note.On).ThenByDescending(note => note.CreatedAt).ThenByDescending(note => note.Id)
            .Take(Most).ToListAsync(cancellationToken);
        var isOpen = mission.Request.Status != RequestStatus.Closed;
        return new MissionNotes(
            [.. notes.Select(note => new NoteRow(
                note.Id, note.Key, note.On, note.Place, note.Done, note.OpenPoints, note.Mood, note.AuthorName, note.CreatedAt, note.CorrectedAt, note.Revision,
                isOpen && actor.MayCorrect(note.AuthorId, note.CreatedAt, there, now)))],
            actor.MayWriteNotes(mission) && mission.TakesNotes(), there.LocalDay(now));
    }
}
