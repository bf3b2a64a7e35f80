using TechAssist.Core.EndOfMission.Photos;
using TechAssist.Core.Terms;

namespace TechAssist.Core.EndOfMission;

/// <summary>The quality gate of a report (domain data-model 3.7): what must be there before anybody reviews it.</summary>
public static class ReportRules
{
    public const int FewestRecommendations = 3;

    public const int MostRecommendations = 7;

    /// <param name="content">The text.</param>
    /// <param name="language">The report's language.</param>
    /// <param name="terms">As they were approved: each of their objectives is answered, each of their deliverables accounted for.</param>
    /// <param name="today">Due days lie after it.</param>
    /// <returns>What is missing or does not fit, by camel-case path inside the content. Empty when the gate opens.</returns>
    public static IReadOnlyList<FieldError> Check(ReportContent content, string language, TermsContent? terms, DateOnly today)
    {
        List<FieldError> errors = [.. InputCheck.Check(content)];
        // Both sides read it, from the first version that is handed in.
        NeedText(content.Summary.Fr, "summary.fr", errors);
        NeedText(content.Summary.En, "summary.en", errors);
        NeedText(content.Purpose, "purpose", errors);
        NeedText(content.Approach, "approach", errors);
        NeedText(content.Positive, "positive", errors);
        NeedText(content.Difficulties, "difficulties", errors);
        NeedText(content.Lessons, "lessons", errors);
        NeedText(content.GenderAndRights, "genderAndRights", errors);
        NeedText(content.Sustainability, "sustainability", errors);
        NeedSome(content.Activities.Count, "activities", errors);
        NeedSome(content.PersonsMet.Count, "personsMet", errors);
        NeedSome(content.Results.Count, "results", errors);
        CheckFindings(content, terms?.Objectives.Count ?? 0, errors);
        CheckActivities(content, errors);
        CheckDeliverables(content, language, terms, errors);
        CheckLists(content, errors);
        CheckTraining(content.Training, errors);
        CheckRecommendations(content, today, errors);
        errors.AddRange(PhotoRules.Check(content, language));
        return errors;
    }

    /// <summary>What else must be there to publish it: the recommendations in both languages too, for readers of both.</summary>
    public static IReadOnlyList<FieldError> CheckPublication(ReportContent content)
    {
        var errors = new List<FieldError>();
        for (var index = 0; index < content.Recommendations.Count; index++)
        {
            NeedText(content.Recommendations[index].Text.Fr, $"recommendations[{index}].text.fr", errors);
            NeedText(content.Recommendations[index].Text.En, $"recommendations[{index}].text.en", errors);
        }

        return errors;
    }

    /// <summary>All that keeps an accepted report from being published, each place once.</summary>
    public static IReadOnlyList<FieldError> CheckAll(ReportContent content, string language, TermsContent? terms, DateOnly today)
    {
        var errors = Check(content, language, terms, today);
        return [.. errors, .. CheckPublication(content).Where(error => !errors.Any(known => error.Field == known.Field || error.Field.StartsWith(known.Field + ".", StringComparison.Ordinal)))];
    }

    private static void CheckTraining(TrainingData? training, List<FieldError> errors)
    {
        if (training is not null && training.Women is null)
        {
            errors.Add(new FieldError("training.women", "required"));
        }

        if (training is not null && training.Men is null)
        {
            errors.Add(new FieldError("training.men", "required"));
        }
    }

    private static void CheckFindings(ReportContent content, int objectiveCount, List<FieldError> errors)
    {
        for (var number = 1; number <= objectiveCount; number++)
        {
            var index = content.Findings.ToList().FindIndex(finding => finding.Objective == number);
            if (index < 0)
            {
                errors.Add(new FieldError("findings", "objective-not-answered", number));
                continue;
            }

            NeedText(content.Findings[index].Answer, $"findings[{index}].answer", errors);
        }

        if (objectiveCount == 0)
        {
            NeedSome(content.Findings.Count, "findings", errors);
        }
    }

    /// <summary>What was held is told; what was not, with its reason.</summary>
    private static void CheckActivities(ReportContent content, List<FieldError> errors)
    {
        for (var index = 0; index < content.Activities.Count; index++)
        {
            var activity = content.Activities[index];
            NeedState(activity.State, $"activities[{index}].state", errors);
            if (activity.State == ActivityState.NotHeld)
            {
                NeedReason(activity.Difference, $"activities[{index}].difference", errors);
            }
            else
            {
                NeedText(activity.Done, $"activities[{index}].done", errors);
            }
        }
    }

    private static void CheckDeliverables(ReportContent content, string language, TermsContent? terms, List<FieldError> errors)
    {
        var promised = PromisedDeliverable.Of(terms);
        errors.AddRange(PromisedDeliverable.Missing(promised, content.Deliverables)
            .Select(missing => new FieldError("deliverables", "deliverable-not-accounted", missing.Number, missing.Title.In(language))));
        if (promised.Count == 0)
        {
            NeedSome(content.Deliverables.Count, "deliverables", errors);
        }

        for (var index = 0; index < content.Deliverables.Count; index++)
        {
            var deliverable = content.Deliverables[index];
            NeedState(deliverable.State, $"deliverables[{index}].state", errors);
            if (deliverable.State is DeliverableState.PartlyDelivered or DeliverableState.NotDelivered)
            {
                NeedReason(deliverable.Note, $"deliverables[{index}].note", errors);
            }
        }
    }

    private static void CheckLists(ReportContent content, List<FieldError> errors)
    {
        for (var index = 0; index < content.Deviations.Count; index++)
        {
            NeedText(content.Deviations[index].What, $"deviations[{index}].what", errors);
            NeedText(content.Deviations[index].Reason, $"deviations[{index}].reason", errors);
        }

        for (var index = 0; index < content.PersonsMet.Count; index++)
        {
            NeedText(content.PersonsMet[index].Name, $"personsMet[{index}].name", errors);
        }

        for (var index = 0; index < content.Results.Count; index++)
        {
            NeedText(content.Results[index].Actual, $"results[{index}].actual", errors);
        }

        if (content.Initiatives.Count == 0 && !content.NoInitiatives)
        {
            errors.Add(new FieldError("initiatives", "initiatives-or-none"));
        }

        for (var index = 0; index < content.Initiatives.Count; index++)
        {
            NeedText(content.Initiatives[index].Title, $"initiatives[{index}].title", errors);
            NeedText(content.Initiatives[index].NextStep, $"initiatives[{index}].nextStep", errors);
        }
    }

    private static void CheckRecommendations(ReportContent content, DateOnly today, List<FieldError> errors)
    {
        if (content.Recommendations.Count is < FewestRecommendations or > MostRecommendations)
        {
            errors.Add(new FieldError("recommendations", "recommendation-count", FewestRecommendations, MostRecommendations));
        }

        for (var index = 0; index < content.Recommendations.Count; index++)
        {
            var recommendation = content.Recommendations[index];
            var field = $"recommendations[{index}]";
            NeedText(recommendation.Addressee, field + ".addressee", errors);
            if (recommendation.Text.IsEmpty)
            {
                errors.Add(new FieldError(field + ".text", "required"));
            }
            else if (recommendation.Text.Length > 2000)
            {
                errors.Add(new FieldError(field + ".text", "too-long", 2000));
            }

            if (recommendation.DueOn is null)
            {
                errors.Add(new FieldError(field + ".dueOn", "required"));
            }
            else if (recommendation.DueOn <= today)
            {
                errors.Add(new FieldError(field + ".dueOn", "in-the-past"));
            }
        }
    }

    private static void NeedSome(int count, string field, List<FieldError> errors)
    {
        if (count == 0)
        {
            errors.Add(new FieldError(field, "required"));
        }
    }

    private static void NeedState<T>(T? state, string field, List<FieldError> errors)
        where T : struct, Enum
    {
        if (state is null)
        {
            errors.Add(new FieldError(field, "state-not-said"));
        }
    }

    private static void NeedReason(string? text, string field, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(text) || NothingWords.Are(text))
        {
            errors.Add(new FieldError(field, "reason-required"));
        }
    }

    private static void NeedText(string? text, string field, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            errors.Add(new FieldError(field, "required"));
        }
        else if (NothingWords.Are(text))
        {
            errors.Add(new FieldError(field, "empty-none"));
        }
    }
}
