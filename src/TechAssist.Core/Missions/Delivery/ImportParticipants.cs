using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Experts.Tables;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Missions.Delivery;

/// <summary>A list of participants: pasted, or a file (CSV or a workbook).</summary>
public sealed record ImportParticipantsInput
{
    public const int MostText = 200_000;

    public string? Text { get; init; }

    public Stream? File { get; init; }
}

/// <param name="AddedCount">New on the list.</param>
/// <param name="KnownCount">Were on it already and stay as they are.</param>
public sealed record ImportedParticipants(int AddedCount, int KnownCount);

/// <summary>Takes a whole list of participants, or none of it: the secretariat and the team.</summary>
public sealed class ImportParticipants(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="InvalidInputException">Nothing was sent, it is no table, or lines are wrong: each named by line and column.</exception>
    public async Task<ImportedParticipants> ExecuteAsync(Guid missionId, ImportParticipantsInput input, Actor actor, CancellationToken cancellationToken)
    {
        var (mission, _) = await db.OpenDeliveryAsync(missionId, actor, cancellationToken);
        var read = input.File is { } file
            ? new ParticipantList(await TableFile.ReadAsync(file, cancellationToken), "file").Read()
            : new ParticipantList(Pasted(input.Text), "text").Read();
        var known = await db.Participants.AsNoTracking().Where(row => row.MissionId == missionId)
            .Select(row => new ParticipantInput { Name = row.Name, Institution = row.Institution, Email = row.Email })
            .ToListAsync(cancellationToken);
        var added = read.Select(row => row.Participant).Where(person => !known.Exists(there => ParticipantRules.IsSame(there, person))).ToList();
        if (known.Count + added.Count > ParticipantRules.Most)
        {
            throw new InvalidInputException(input.File is null ? "text" : "file", "too-many", ParticipantRules.Most);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        db.Participants.AddRange(added.Select(person => new Participant(missionId, person, now)));
        if (added.Count > 0)
        {
            var count = added.Count.ToString(CultureInfo.InvariantCulture);
            await timeline.AddAsync(mission.RequestId, DeliveryDoor.Line("participants-imported", mission, ("count", count)), actor, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new ImportedParticipants(added.Count, read.Count - added.Count);
    }

    private static Table Pasted(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InvalidInputException("text", "required");
        }

        return text.Length <= ImportParticipantsInput.MostText
            ? CsvTable.Read(Encoding.UTF8.GetBytes(text))
            : throw new InvalidInputException("text", "too-long", ImportParticipantsInput.MostText);
    }
}
