using System.Globalization;

namespace TechAssist.Core.EndOfMission.Recommended;

/// <summary>What a mail about a recommendation to somebody with an account says of it.</summary>
internal static class RecommendationMail
{
    public static string Due(Recommendation row, string language) => row.DueOn.ToString("d MMMM yyyy", Languages.Culture(language));

    public static (string Name, string Value)[] Values(Recommendation row, string language) =>
    [
        ("number", row.Number.ToString(CultureInfo.InvariantCulture)),
        ("addressee", row.Addressee),
        ("text", row.Text.In(language)),
        ("due", Due(row, language)),
        ("path", $"/recommendations/{row.Id}"),
    ];
}
