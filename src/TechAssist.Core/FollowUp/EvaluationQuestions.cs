using TechAssist.Core.People;

namespace TechAssist.Core.FollowUp;

/// <summary>Which questions a questionnaire asks (domain data-model 3.9). Each is answered 1 to 5 with a comment; the text of
/// a question is the resource <c>Question.&lt;key&gt;</c>.</summary>
public static class EvaluationQuestions
{
    /// <summary>What is still needed: the answer may become a request.</summary>
    internal const string FurtherNeed = "furtherNeed";

    private static readonly Dictionary<EvaluationKind, string[]> ByKind = new()
    {
        [EvaluationKind.Beneficiary] = ["objectivesMet", "expertQuality", "timeliness", "ownership", "whatNext"],
        [EvaluationKind.Expert] = ["hostPreparation", "termsQuality", "missionLogistics", "secretariatSupport", "obstacles"],
        [EvaluationKind.Appraisal] = ["technicalQuality", "communication", "reportQuality", "deadlinesKept", "recommendAgain"],
        [EvaluationKind.SixMonths] = ["changeInPractice", "effects", FurtherNeed],
        [EvaluationKind.TwelveMonths] = [],
        [EvaluationKind.AfterAction] = ["speed", "coordination", "expertsFound", "travelReady"],
    };

    /// <summary>Questions that ask for words, where a number alone says nothing.</summary>
    private static readonly string[] InWords = ["whatNext", "obstacles", FurtherNeed];

    public static IReadOnlyList<string> Of(EvaluationKind kind) => ByKind[kind];

    public static bool IsInWords(string question) => InWords.Contains(question);

    /// <summary>Who answers as what: a counterpart the beneficiary's form, an expert the expert's, the secretariat the appraisal.</summary>
    public static EvaluationKind KindFor(Role role) => role switch
    {
        Role.Expert => EvaluationKind.Expert,
        Role.Counterpart or Role.Requester or Role.FocalPoint => EvaluationKind.Beneficiary,
        _ => EvaluationKind.Appraisal,
    };

    /// <summary>Every question is answered, with words where it asks for words.</summary>
    /// <param name="kind">Whose questions.</param>
    /// <param name="answers">What was answered.</param>
    /// <param name="errors">Gets what is wrong.</param>
    /// <param name="path">Where the answers stand in the form: "" or "appraisals[0].".</param>
    internal static void Check(EvaluationKind kind, IReadOnlyList<EvaluationAnswer> answers, List<FieldError> errors, string path = "")
    {
        for (var index = 0; index < answers.Count; index++)
        {
            if (!Of(kind).Contains(answers[index].Question))
            {
                errors.Add(new FieldError($"{path}answers[{index}].question", "no-such-question"));
            }
        }

        foreach (var question in Of(kind))
        {
            var at = answers.ToList().FindIndex(given => given.Question == question);
            var answer = at < 0 ? null : answers[at];
            var isAnswered = IsInWords(question) ? !string.IsNullOrWhiteSpace(answer?.Comment) : answer?.Score is not null;
            if (!isAnswered)
            {
                // A row of its own is named by its question, one among the rows of an expert by its place.
                errors.Add(new FieldError(path.Length > 0 && at >= 0 ? $"{path}answers[{at}].score" : $"{path}answers.{question}", "required"));
            }
        }
    }
}
