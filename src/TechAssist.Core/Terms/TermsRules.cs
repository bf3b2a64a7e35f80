using TechAssist.Core.Requests;

namespace TechAssist.Core.Terms;

/// <summary>What terms of reference must hold before anybody is asked to approve them (domain data-model 3.3).</summary>
public static class TermsRules
{
    /// <returns>What is missing or does not fit, by camel-case path inside the content. Empty when the terms may go on.</returns>
    public static IReadOnlyList<FieldError> Check(TermsContent content, RequestContent request)
    {
        List<FieldError> errors = [.. InputCheck.Check(content)];
        CheckTexts(content, errors);
        CheckLanguages(content, request, errors);
        CheckActivities(content, errors);
        CheckDeliverables(content, errors);
        CheckProfiles(content, errors);
        CheckEffort(content, errors);
        CheckReporting(content, errors);
        return errors;
    }

    private static void CheckTexts(TermsContent content, List<FieldError> errors)
    {
        Need(content.Background, "background", errors);
        Need(content.GeneralObjective, "generalObjective", errors);
        Need(content.Scope, "scope", errors);
        Need(content.HostContribution, "hostContribution", errors);
        Need(content.Conduct, "conduct", errors);
        Need(content.Evaluation, "evaluation", errors);
        if (content.Objectives.Count == 0)
        {
            errors.Add(new FieldError("objectives", "required"));
        }

        for (var index = 0; index < content.Objectives.Count; index++)
        {
            Need(content.Objectives[index], $"objectives[{index}]", errors);
            if (!content.Deliverables.Any(deliverable => deliverable.Objectives.Contains(index + 1)))
            {
                errors.Add(new FieldError($"objectives[{index}]", "objective-without-deliverable", index + 1));
            }
        }
    }

    private static void CheckLanguages(TermsContent content, RequestContent request, List<FieldError> errors)
    {
        if (content.Languages.Count == 0)
        {
            errors.Add(new FieldError("languages", "required"));
        }

        foreach (var language in content.Languages.Except(request.WorkingLanguages).Where(_ => request.WorkingLanguages.Count > 0))
        {
            errors.Add(new FieldError("languages", "language-not-requested", language));
        }
    }

    private static void CheckActivities(TermsContent content, List<FieldError> errors)
    {
        if (content.Contract is not { From: { } from, To: { } to })
        {
            errors.Add(new FieldError("contract", "required"));
        }
        else if (to < from)
        {
            errors.Add(new FieldError("contract.to", "ends-before-it-begins"));
        }

        if (content.Activities.Count == 0)
        {
            errors.Add(new FieldError("activities", "required"));
        }

        for (var index = 0; index < content.Activities.Count; index++)
        {
            var activity = content.Activities[index];
            var field = $"activities[{index}]";
            Need(activity.Title, field + ".title", errors);
            if (activity.Dates.To < activity.Dates.From)
            {
                errors.Add(new FieldError(field + ".dates.to", "ends-before-it-begins"));
            }

            NeedInside(activity.Dates.From, content.Contract, field + ".dates.from", errors);
            NeedInside(activity.Dates.To, content.Contract, field + ".dates.to", errors);
        }
    }

    private static void CheckDeliverables(TermsContent content, List<FieldError> errors)
    {
        if (content.Deliverables.Count == 0)
        {
            errors.Add(new FieldError("deliverables", "required"));
        }

        for (var index = 0; index < content.Deliverables.Count; index++)
        {
            var deliverable = content.Deliverables[index];
            var field = $"deliverables[{index}]";
            Need(deliverable.Title, field + ".title", errors);
            Need(deliverable.Acceptor, field + ".acceptor", errors);
            Need(deliverable.Criterion, field + ".criterion", errors);
            if (deliverable.DueOn is null)
            {
                errors.Add(new FieldError(field + ".dueOn", "required"));
            }

            NeedInside(deliverable.DueOn, content.Contract, field + ".dueOn", errors);
            if (deliverable.Objectives.Any(number => number < 1 || number > content.Objectives.Count))
            {
                errors.Add(new FieldError(field + ".objectives", "no-such-objective"));
            }
        }
    }

    private static void CheckProfiles(TermsContent content, List<FieldError> errors)
    {
        if (content.Profiles.Count == 0)
        {
            errors.Add(new FieldError("profiles", "required"));
        }

        for (var index = 0; index < content.Profiles.Count; index++)
        {
            Need(content.Profiles[index].Role, $"profiles[{index}].role", errors);
            Need(content.Profiles[index].MustHave, $"profiles[{index}].mustHave", errors);
        }
    }

    private static void CheckEffort(TermsContent content, List<FieldError> errors)
    {
        var days = content.Activities.Sum(activity => activity.Days);
        if (content.Effort.Total == 0)
        {
            errors.Add(new FieldError("effort", "required"));
        }
        else if (days != content.Effort.Total)
        {
            errors.Add(new FieldError("effort", "days-do-not-add-up", days, content.Effort.Total));
        }

        if (content.Effort.Total > ExpertDays.Ceiling)
        {
            errors.Add(new FieldError("effort", "above-ceiling", content.Effort.Total, ExpertDays.Ceiling));
        }
    }

    private static void CheckReporting(TermsContent content, List<FieldError> errors)
    {
        if (content.Reporting.DueOn is null)
        {
            errors.Add(new FieldError("reporting.dueOn", "required"));
        }

        NeedInside(content.Reporting.DueOn, content.Contract, "reporting.dueOn", errors);
        Need(content.Reporting.Addressees, "reporting.addressees", errors);
    }

    private static void Need(LangText text, string field, List<FieldError> errors)
    {
        if (text.IsEmpty)
        {
            errors.Add(new FieldError(field, "required"));
        }
    }

    private static void Need(string? text, string field, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            errors.Add(new FieldError(field, "required"));
        }
    }

    private static void NeedInside(DateOnly? day, Period contract, string field, List<FieldError> errors)
    {
        if (day < contract.From || day > contract.To)
        {
            errors.Add(new FieldError(field, "outside-contract"));
        }
    }
}
