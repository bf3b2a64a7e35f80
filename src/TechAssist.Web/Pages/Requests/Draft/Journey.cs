using TechAssist.Core;
using TechAssist.Core.Requests;

namespace TechAssist.Web.Pages.Requests.Draft;

/// <summary>The pages of the journey in their order. The rapid track asks for the short form only.</summary>
public static class Journey
{
    public const string Files = "files";
    public const string Check = "check";

    public static readonly JourneySection Kind = new("kind", ["channel", "track", "country", "otherCountries"], (kept, typed) => kept with
    {
        Channel = typed.Channel,
        Track = typed.Track,
        Country = typed.Country,
        OtherCountries = [.. typed.OtherCountries.Where(code => code != typed.Country).Distinct()],
    });

    public static readonly JourneySection Commitments = new("commitments", ["commitments"], (kept, typed) => kept with { Commitments = typed.Commitments });

    private static readonly JourneySection Who = new("who", ["institution", "contact", "coRequesters"], (kept, typed) => kept with
    {
        Institution = IsShort(kept) ? typed.Institution with { Unit = kept.Institution.Unit } : typed.Institution,
        Contact = typed.Contact,
        CoRequesters = [.. typed.CoRequesters.Where(name => !string.IsNullOrWhiteSpace(name))],
    });

    private static readonly JourneySection What = new("what", ["title", "theme", "otherThemes", "objectives", "assistanceTypes"], (kept, typed) => kept with
    {
        Title = typed.Title,
        Theme = typed.Theme,
        OtherThemes = IsShort(kept) ? kept.OtherThemes : [.. typed.OtherThemes.Where(code => code != typed.Theme)],
        Objectives = typed.Objectives,
        AssistanceTypes = typed.AssistanceTypes,
    });

    private static readonly JourneySection Why = new(
        "why", ["problem", "objective", "results", "policyLink", "needsAssessment", "otherEfforts", "noOtherEfforts"], (kept, typed) =>
        {
            var both = kept with { Problem = typed.Problem, Objective = typed.Objective };
            return IsShort(kept) ? both : both with
            {
                Results = [.. typed.Results.Where(row => row != new ExpectedResult())],
                PolicyLink = typed.PolicyLink,
                NeedsAssessment = typed.NeedsAssessment,
                OtherEfforts = [.. typed.OtherEfforts.Where(row => row != new OtherEffort())],
                NoOtherEfforts = typed.NoOtherEfforts,
            };
        });

    private static readonly JourneySection Urgency = new("urgency", ["urgency"], (kept, typed) => kept with { Urgency = typed.Urgency == new Urgency() ? null : typed.Urgency });

    private static readonly JourneySection When = new(
        "when", ["periods", "latestOn", "blockedPeriods", "places", "security", "workingLanguages"], (kept, typed) => kept with
        {
            Periods = Filled(typed.Periods),
            LatestOn = typed.LatestOn,
            BlockedPeriods = Filled(typed.BlockedPeriods),
            Places = typed.Places,
            Security = typed.Security,
            WorkingLanguages = typed.WorkingLanguages,
        });

    private static readonly JourneySection Hosting = new("hosting", ["beneficiaries", "absorption", "expertProfile", "expertSuggestions"], (kept, typed) => kept with
    {
        Beneficiaries = typed.Beneficiaries,
        Absorption = typed.Absorption,
        ExpertProfile = typed.ExpertProfile,
        ExpertSuggestions = typed.ExpertSuggestions,
    });

    private static readonly JourneySection Safeguards = new(
        "safeguards", ["genderAndRights", "sustainability", "confidentiality", "confidentialityReason"], (kept, typed) => kept with
        {
            GenderAndRights = typed.GenderAndRights,
            Sustainability = IsShort(kept) ? kept.Sustainability : typed.Sustainability,
            Confidentiality = typed.Confidentiality,
            ConfidentialityReason = typed.ConfidentialityReason,
        });

    private static readonly JourneySection[] Standard = [Kind, Who, What, Why, When, Hosting, Safeguards];

    private static readonly JourneySection[] Short = [Kind, Urgency, Who, What, Why, When, Safeguards];

    /// <summary>The pages of this request. A reference carries the country and a case runs on its track, so that both are
    /// settled once it was submitted.</summary>
    public static IReadOnlyList<JourneySection> Of(DraftView draft)
    {
        var all = IsShort(draft.Content) ? Short : Standard;
        return draft.IsDraft ? all : all[1..];
    }

    /// <summary>The page that asks for a field; null for the promises, which the last page asks for.</summary>
    public static JourneySection? Owner(FieldError error) => Array.Find([.. Standard, Urgency], section => section.Owns(error));

    public static bool IsShort(RequestContent content) => content.Track == Track.Rapid;

    private static IReadOnlyList<Period> Filled(IReadOnlyList<Period> periods) => [.. periods.Where(period => period != new Period())];
}
