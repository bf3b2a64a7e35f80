namespace TechAssist.Core.EndOfMission.Review;

/// <summary>In which of the fifteen sections a text of the report stands.</summary>
public static class ReportSections
{
    public const int Most = 15;

    private static readonly Dictionary<string, int> ByName = new(StringComparer.Ordinal)
    {
        ["summary"] = 1,
        ["purpose"] = 2,
        ["deviations"] = 2,
        ["approach"] = 3,
        ["activities"] = 3,
        ["personsMet"] = 4,
        ["findings"] = 5,
        ["deliverables"] = 6,
        ["results"] = 7,
        ["initiatives"] = 8,
        ["noInitiatives"] = 8,
        ["recommendations"] = 9,
        ["training"] = 10,
        ["positive"] = 11,
        ["difficulties"] = 11,
        ["lessons"] = 11,
        ["genderAndRights"] = 12,
        ["sustainability"] = 13,
        ["acknowledgements"] = 14,
        ["annexes"] = 14,
        ["photos"] = 14,
        ["internal"] = 15,
    };

    /// <param name="field">Camel-case path inside the content.</param>
    /// <returns>1 to 15; 1 for a field of none.</returns>
    public static int Of(string field) => ByName.GetValueOrDefault(field.Split('.', '[')[0], 1);
}
