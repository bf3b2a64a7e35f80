using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Missions.Delivery;

/// <summary>What must hold of those who take part.</summary>
internal static class ParticipantRules
{
    public const int Most = 1000;

    /// <exception cref="InvalidInputException">A field is wrong, or the person is on the list already.</exception>
    public static async Task CheckAsync(TechAssistDb db, Guid missionId, Guid? participantId, ParticipantInput input, CancellationToken cancellationToken)
    {
        var others = await db.Participants.AsNoTracking()
            .Where(other => other.MissionId == missionId && other.Id != participantId)
            .Select(other => new ParticipantInput { Name = other.Name, Institution = other.Institution, Email = other.Email })
            .ToListAsync(cancellationToken);
        var more = new List<FieldError>();
        if (input.Language is not (null or "fr" or "en"))
        {
            more.Add(new FieldError("language", "french-or-english"));
        }

        if (Blank.ToNull(input.Name) is not null && others.Exists(other => IsSame(other, input)))
        {
            more.Add(new FieldError("name", "participant-twice"));
        }

        if (participantId is null && others.Count >= Most)
        {
            more.Add(new FieldError("name", "too-many", Most));
        }

        InputCheck.ThrowIfInvalid(input, more);
    }

    /// <summary>One address, or one name of one institution: two people of one name there tell themselves apart by their addresses.</summary>
    public static bool IsSame(ParticipantInput one, ParticipantInput other)
    {
        if (Blank.ToNull(one.Email) is { } first && Blank.ToNull(other.Email) is { } second)
        {
            return string.Equals(first, second, StringComparison.OrdinalIgnoreCase);
        }

        return Fold(one.Name) == Fold(other.Name) && Fold(one.Institution) == Fold(other.Institution);
    }

    /// <summary>"Ndiaye, Awa" and "Awa NDIAYE" are one.</summary>
    private static string Fold(string? text) => string.Join(' ', FoldedText.Words(FoldedText.Of(text ?? "")).Order(StringComparer.Ordinal));
}
