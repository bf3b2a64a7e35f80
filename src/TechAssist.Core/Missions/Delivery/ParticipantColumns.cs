using TechAssist.Core.Experts;

namespace TechAssist.Core.Missions.Delivery;

internal enum ParticipantColumn { Name, FamilyName, GivenNames, Sex, Institution, Function, Email, Language }

/// <summary>Guesses what the columns of a list of participants are, by their French and English names.</summary>
internal static class ParticipantColumns
{
    private static readonly Dictionary<string, ParticipantColumn> Names = Enum.GetValues<ParticipantColumn>()
        .SelectMany(column => Languages.All.SelectMany(language => Messages.Text($"Participants.Column.{column}", language).Split('|')).Select(name => (Name: FoldedText.Of(name), Column: column)))
        .DistinctBy(pair => pair.Name)
        .ToDictionary(pair => pair.Name, pair => pair.Column);

    private static readonly Dictionary<string, Sex> Sexes = Enum.GetValues<Sex>()
        .SelectMany(sex => Languages.All.SelectMany(language => Messages.Text($"Import.Sex.{sex}", language).Split('|')).Select(word => (Word: FoldedText.Of(word), Sex: sex)))
        .DistinctBy(pair => pair.Word)
        .ToDictionary(pair => pair.Word, pair => pair.Sex);

    /// <returns>Where each column stands; the first of two that read alike.</returns>
    public static IReadOnlyDictionary<ParticipantColumn, int> Guess(IReadOnlyList<string> headers)
    {
        var found = new Dictionary<ParticipantColumn, int>();
        foreach (var (index, header) in headers.Index())
        {
            if (Names.TryGetValue(FoldedText.Of(header), out var column))
            {
                found.TryAdd(column, index);
            }
        }

        // "Nom" beside "Prénom" is the family name.
        if (found.ContainsKey(ParticipantColumn.GivenNames) && !found.ContainsKey(ParticipantColumn.FamilyName) && found.Remove(ParticipantColumn.Name, out var at))
        {
            found[ParticipantColumn.FamilyName] = at;
        }

        return found;
    }

    public static Sex? SexOf(string text) => Sexes.TryGetValue(FoldedText.Of(text), out var sex) ? sex : null;
}
