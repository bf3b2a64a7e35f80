using System.Globalization;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Imports;
using TechAssist.Core.Experts.Tables;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.FollowUp.Surveys;

/// <summary>The answers as a table, for whoever sees the results: a line each, in no order. The sex stands in it only where
/// enough people gave the same, and hidden words do not.</summary>
public sealed class ExportSurvey(TechAssistDb db)
{
    /// <exception cref="NotFoundException">No such survey for the actor.</exception>
    /// <exception cref="RuleException"><c>survey-too-few</c>: nothing is shown yet.</exception>
    public async Task<byte[]> ExecuteAsync(Guid missionId, string language, Actor actor, CancellationToken cancellationToken)
    {
        await db.FindSurveyedAsync(missionId, actor, cancellationToken);
        var ids = db.MissionSurveys.Where(survey => survey.MissionId == missionId).Select(survey => survey.Id);
        var answers = await GetSurvey.AnswersAsync(db, ids, cancellationToken);
        if (answers.Count < MissionSurvey.FewestShown)
        {
            throw new RuleException("survey-too-few", MissionSurvey.FewestShown);
        }

        var named = answers.GroupBy(answer => answer.Sex).Where(group => group.Count() >= MissionSurvey.FewestShown).Select(group => group.Key).ToHashSet();
        string[] columns = [.. SurveyResults.Questioned, "sex", "willApply", "comment"];
        using var file = new MemoryStream();
        CsvTable.Write(
            file,
            [.. columns.Select(column => Messages.Text("Survey.Column." + column, language))],
            answers.Select(answer => LineOf(answer, named, language)),
            ListImportLines.SeparatorFor(language));
        return file.ToArray();
    }

    private static IReadOnlyList<string> LineOf(SurveyAnswer answer, HashSet<Sex?> named, string language)
    {
        var isHidden = answer.HiddenReason is not null;
        return
        [
            .. SurveyResults.ScoresOf(answer).Select(score => score.ToString(CultureInfo.InvariantCulture)),
            answer.Sex is { } sex && named.Contains(sex) ? Messages.Text("Survey.Sex." + sex, language) : "",
            isHidden ? "" : answer.WillApply ?? "",
            isHidden ? "" : answer.Comment ?? "",
        ];
    }
}
