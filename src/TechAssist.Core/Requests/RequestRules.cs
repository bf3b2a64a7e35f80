using TechAssist.Core.Reference;

namespace TechAssist.Core.Requests;

/// <summary>What a request must hold to be submitted (domain data-model 3.1), standard or in the short form of the rapid track
/// (process 4.3). Texts and codes are checked against the reference data.</summary>
public sealed class RequestRules(ReferenceSnapshot reference)
{
    /// <summary>Languages a mission can work in (ISO 639-1).</summary>
    public static readonly IReadOnlyList<string> Languages = ["fr", "en", "pt", "es", "ar"];

    public const int TitleMost = 120;
    public const int ProblemLeast = 200;
    public const int ProblemMost = 4000;
    public const int ObjectivesMost = 3;

    /// <summary>Working room between submission and the latest useful day, in days: ten weeks, or one for the rapid track.</summary>
    public const int StandardLead = 70;
    public const int RapidLead = 7;

    /// <summary>A triggering event may be at most this many days old (process 4.3, entry test).</summary>
    public const int EventAge = 30;

    public IReadOnlyList<FieldError> Check(RequestContent content, DateOnly today)
    {
        var errors = new List<FieldError>();
        CheckWho(content, today, errors);
        CheckWhat(content, errors);
        CheckWhen(content, today, errors);
        CheckSafeguards(content, errors);
        if (content.Track == Track.Rapid)
        {
            CheckUrgency(content, today, errors);
        }
        else
        {
            CheckStandard(content, errors);
        }

        CheckCommitments(content.Commitments, errors);
        return errors;
    }

    private void CheckWho(RequestContent content, DateOnly today, List<FieldError> errors)
    {
        Need(content.Country, "country", errors);
        foreach (var (code, field) in content.OtherCountries.Select((code, index) => (code, $"otherCountries[{index}]")).Prepend((content.Country ?? "", "country")))
        {
            if (code.Length > 0 && !reference.MayAskOn(code, today))
            {
                errors.Add(new FieldError(field, "not-a-beneficiary-country", code));
            }
        }

        if (content.Countries.Count != content.Countries.Distinct().Count())
        {
            errors.Add(new FieldError("otherCountries", "listed-twice"));
        }

        Need(content.Institution.Name, "institution.name", errors);
        if (content.Institution.Type is null)
        {
            errors.Add(new FieldError("institution.type", "required"));
        }
        else if (content.Institution.Type == InstitutionType.CivilSociety && content.CoRequesters.All(string.IsNullOrWhiteSpace))
        {
            errors.Add(new FieldError("coRequesters", "civil-society-alone"));
        }

        Need(content.Contact.Name, "contact.name", errors);
        Need(content.Contact.Email, "contact.email", errors);
        if (content.Contact.Language is not ("fr" or "en"))
        {
            errors.Add(new FieldError("contact.language", content.Contact.Language is null ? "required" : "not-a-choice"));
        }
    }

    private void CheckWhat(RequestContent content, List<FieldError> errors)
    {
        NeedText(content.Title, "title", 1, TitleMost, errors);
        if (string.IsNullOrWhiteSpace(content.Theme))
        {
            errors.Add(new FieldError("theme", "required"));
        }
        else if (!IsTheme(content.Theme))
        {
            errors.Add(new FieldError("theme", "not-a-choice"));
        }

        CheckCodes(content.OtherThemes, "otherThemes", IsTheme, errors);
        if (content.OtherThemes.Append(content.Theme).Distinct().Count() <= content.OtherThemes.Count)
        {
            errors.Add(new FieldError("otherThemes", "listed-twice"));
        }

        CheckObjectives(content.Objectives, errors);
        CheckCodes(content.AssistanceTypes, "assistanceTypes", code => reference.AssistanceType(code) is { IsActive: true }, errors);
        if (content.AssistanceTypes.Count == 0)
        {
            errors.Add(new FieldError("assistanceTypes", "choose-one"));
        }

        NeedText(content.Problem, "problem", ProblemLeast, ProblemMost, errors);
        NeedText(content.Objective, "objective", 1, ProblemMost, errors);
        CheckCodes(content.WorkingLanguages, "workingLanguages", Languages.Contains, errors);
        if (content.WorkingLanguages.Count == 0)
        {
            errors.Add(new FieldError("workingLanguages", "choose-one"));
        }
    }

    private void CheckObjectives(IReadOnlyList<string> objectives, List<FieldError> errors)
    {
        CheckCodes(objectives, "objectives", code => reference.Objective(code) is not null, errors);
        if (objectives.Count == 0)
        {
            errors.Add(new FieldError("objectives", "choose-one"));
        }
        else if (objectives.Count > ObjectivesMost)
        {
            errors.Add(new FieldError("objectives", "too-many", ObjectivesMost));
        }

        if (objectives.Distinct().Count() != objectives.Count)
        {
            errors.Add(new FieldError("objectives", "listed-twice"));
        }
    }

    private static void CheckWhen(RequestContent content, DateOnly today, List<FieldError> errors)
    {
        var earliest = today.AddDays(content.Track == Track.Rapid ? RapidLead : StandardLead);
        if (content.LatestOn is null)
        {
            errors.Add(new FieldError("latestOn", "required"));
        }
        else if (content.LatestOn < earliest)
        {
            errors.Add(new FieldError("latestOn", "too-early", earliest));
        }

        CheckPeriods(content.Periods, "periods", errors);
        for (var index = 0; index < content.Periods.Count; index++)
        {
            if (content.Periods[index].From < today)
            {
                errors.Add(new FieldError($"periods[{index}].from", "in-the-past"));
            }
            else if (content.Periods[index].From > content.LatestOn)
            {
                errors.Add(new FieldError($"periods[{index}].from", "after-latest-day"));
            }
        }

        CheckPeriods(content.BlockedPeriods, "blockedPeriods", errors);
    }

    private static void CheckPeriods(IReadOnlyList<Period> periods, string field, List<FieldError> errors)
    {
        for (var index = 0; index < periods.Count; index++)
        {
            var period = periods[index];
            if (period.From is null)
            {
                errors.Add(new FieldError($"{field}[{index}].from", "required"));
            }
            else if (period.To is null)
            {
                errors.Add(new FieldError($"{field}[{index}].to", "required"));
            }
            else if (period.To < period.From)
            {
                errors.Add(new FieldError($"{field}[{index}].to", "ends-before-it-begins"));
            }
        }
    }

    private static void CheckUrgency(RequestContent content, DateOnly today, List<FieldError> errors)
    {
        var urgency = content.Urgency ?? new Urgency();
        Need(urgency.Event, "urgency.event", errors);
        Need(urgency.Consequence, "urgency.consequence", errors);
        Need(urgency.Authority, "urgency.authority", errors);
        if (urgency.EventOn is null)
        {
            errors.Add(new FieldError("urgency.eventOn", "required"));
        }
        else if (urgency.EventOn > today)
        {
            errors.Add(new FieldError("urgency.eventOn", "in-the-future"));
        }
        else if (urgency.EventOn < today.AddDays(-EventAge))
        {
            errors.Add(new FieldError("urgency.eventOn", "too-old", EventAge));
        }
    }

    private static void CheckStandard(RequestContent content, List<FieldError> errors)
    {
        Need(content.PolicyLink, "policyLink", errors);
        if (!content.Results.Any(result => !string.IsNullOrWhiteSpace(result.Result)))
        {
            errors.Add(new FieldError("results", "add-one"));
        }

        if (content.Periods.Count == 0)
        {
            errors.Add(new FieldError("periods", "add-one"));
        }

        if (content.NeedsAssessment is null)
        {
            errors.Add(new FieldError("needsAssessment", "required"));
        }

        if (content.OtherEfforts.Count == 0 && !content.NoOtherEfforts)
        {
            errors.Add(new FieldError("otherEfforts", "list-or-none"));
        }

        for (var index = 0; index < content.OtherEfforts.Count; index++)
        {
            Need(content.OtherEfforts[index].Partner, $"otherEfforts[{index}].partner", errors);
            Need(content.OtherEfforts[index].Subject, $"otherEfforts[{index}].subject", errors);
        }

        Need(content.Beneficiaries.Institutions, "beneficiaries.institutions", errors);
        Need(content.Absorption.CounterpartTeam, "absorption.counterpartTeam", errors);
        Need(content.Sustainability, "sustainability", errors);
    }

    private static void CheckSafeguards(RequestContent content, List<FieldError> errors)
    {
        Need(content.GenderAndRights, "genderAndRights", errors);
        if (content.GenderAndRights is { } said && NothingWords.Are(said))
        {
            errors.Add(new FieldError("genderAndRights", "empty-none"));
        }

        if (content.Confidentiality == Confidentiality.Restricted)
        {
            Need(content.ConfidentialityReason, "confidentialityReason", errors);
        }
    }

    private static void CheckCommitments(Commitments commitments, List<FieldError> errors)
    {
        foreach (var (given, field) in new[] { (commitments.Host, "host"), (commitments.Evaluate, "evaluate"), (commitments.Publish, "publish") })
        {
            if (!given)
            {
                errors.Add(new FieldError($"commitments.{field}", "must-be-accepted"));
            }
        }
    }

    private bool IsTheme(string code) => reference.Theme(code) is { IsActive: true, ParentCode: null };

    private static void CheckCodes(IReadOnlyList<string> codes, string field, Func<string, bool> isKnown, List<FieldError> errors)
    {
        for (var index = 0; index < codes.Count; index++)
        {
            if (!isKnown(codes[index]))
            {
                errors.Add(new FieldError($"{field}[{index}]", "not-a-choice"));
            }
        }
    }

    private static void Need(string? text, string field, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            errors.Add(new FieldError(field, "required"));
        }
    }

    private static void NeedText(LangText text, string field, int least, int most, List<FieldError> errors)
    {
        if (text.IsEmpty)
        {
            errors.Add(new FieldError(field, "required"));
        }
        else if (text.Length < least)
        {
            errors.Add(new FieldError(field, "too-short", least));
        }
        else if (text.Length > most)
        {
            errors.Add(new FieldError(field, "too-long", most));
        }
    }
}
