using TechAssist.Core.Experts;

namespace TechAssist.Core.FollowUp.Surveys;

/// <summary>What was answered to one question.</summary>
/// <param name="Question">The text is the resource <c>Survey.Question.&lt;key&gt;</c>.</param>
/// <param name="Mean">1 to 5.</param>
/// <param name="Counts">How many said 1, 2, 3, 4 and 5.</param>
public sealed record QuestionResult(string Question, double Mean, IReadOnlyList<int> Counts);

/// <summary>How many said to be of this sex; null is nothing said.</summary>
public sealed record SexCount(Sex? Sex, int Count);

/// <summary>Somebody's words. <paramref name="HiddenReason"/>: why others do not read them; null when they do.</summary>
public sealed record SurveyWords(Guid AnswerId, string? WillApply, string? Comment, string? HiddenReason);

/// <summary>The answers put together. Null stands for it while there are too few.</summary>
public sealed record SurveyResults(double Mean, IReadOnlyList<QuestionResult> Questions, IReadOnlyList<SexCount> Sexes, IReadOnlyList<SurveyWords> Words, int HiddenCount)
{
    /// <summary>The questions that are answered 1 to 5, in their order.</summary>
    public static readonly IReadOnlyList<string> Questioned = ["relevance", "clarity", "usefulness", "experts", "organisation"];

    /// <summary>How many answered.</summary>
    public int AnswerCount => Questions[0].Counts.Sum();

    /// <param name="answers">In the order of their ids, which says nothing of who came first.</param>
    /// <param name="seesHidden">Whether words that were hidden are among them.</param>
    internal static SurveyResults? Of(IReadOnlyList<SurveyAnswer> answers, bool seesHidden)
    {
        if (answers.Count < MissionSurvey.FewestShown)
        {
            return null;
        }

        QuestionResult[] questions = [.. Questioned.Select((question, at) => ResultOf(question, [.. answers.Select(answer => ScoresOf(answer)[at])]))];
        SurveyWords[] words =
        [
            .. answers.Where(answer => answer.WillApply is not null || answer.Comment is not null)
                .Select(answer => new SurveyWords(answer.Id, answer.WillApply, answer.Comment, answer.HiddenReason)),
        ];
        return new SurveyResults(
            questions.Average(question => question.Mean),
            questions,
            [.. answers.GroupBy(answer => answer.Sex).Select(group => new SexCount(group.Key, group.Count())).OrderBy(row => row.Sex is null).ThenBy(row => row.Sex)],
            [.. words.Where(row => seesHidden || row.HiddenReason is null)],
            words.Count(row => row.HiddenReason is not null));
    }

    internal static int[] ScoresOf(SurveyAnswer answer) => [answer.Relevance, answer.Clarity, answer.Usefulness, answer.Experts, answer.Organisation];

    private static QuestionResult ResultOf(string question, int[] scores) =>
        new(question, scores.Average(), [.. Enumerable.Range(1, 5).Select(score => scores.Count(given => given == score))]);
}
