using System.Globalization;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission;

/// <summary>What a request that goes on from another one begins with: what that one said of the institution, the problem, the people and
/// the places. What is tied to a date or to an undertaking is asked anew.</summary>
internal static class FollowOnContent
{
    private const int MostTitle = 120;

    /// <param name="original">The request it goes on from.</param>
    /// <param name="title">Of what is taken up.</param>
    /// <param name="objective">What is to be reached.</param>
    /// <param name="strategic">The strategic objective of what is taken up; null for those of the original.</param>
    public static RequestContent Of(AssistanceRequest original, LangText title, LangText objective, string? strategic) => original.Content with
    {
        Track = Track.Standard,
        Title = new LangText { Fr = TitleIn("Suite de {0} : {1}", original, title.Fr), En = TitleIn("Follow-on of {0}: {1}", original, title.En) },
        Objective = objective,
        Objectives = strategic is null ? original.Content.Objectives : [strategic],
        Results = [],
        Periods = [],
        BlockedPeriods = [],
        LatestOn = null,
        ExpertSuggestions = null,
        Urgency = null,
        Commitments = new Commitments(),
    };

    /// <summary>Texts of records, in their own language whatever the reader's; cut where a title must end.</summary>
    private static string? TitleIn(string pattern, AssistanceRequest original, string? title)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            return null;
        }

        var whole = string.Format(CultureInfo.InvariantCulture, pattern, original.Reference, title);
        return whole.Length <= MostTitle ? whole : whole[..(MostTitle - 1)] + "…";
    }
}
