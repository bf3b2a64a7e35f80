using TechAssist.Core.Clock;

namespace TechAssist.Core.Experts;

/// <summary>What a profile must hold to be on the roster (domain data-model 3.4).</summary>
public static class ExpertRules
{
    public const int MostBio = 1200;

    /// <exception cref="InvalidInputException">The profile does not hold.</exception>
    public static void ThrowIfInvalid(ExpertProfile profile, DateTime now)
    {
        var errors = Check(profile, DateOnly.FromDateTime(now));
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }

    public static IReadOnlyList<FieldError> Check(ExpertProfile profile, DateOnly today)
    {
        List<FieldError> errors = [.. InputCheck.Check(profile)];
        Need(profile.Nationalities.Count > 0, "nationalities");
        Need(profile.Themes.Count > 0, "themes");
        Need(profile.Languages.Count > 0, "languages");
        if (profile.Languages.Count > 0 && !profile.Languages.Any(skill => skill.Language is "fr" or "en" && skill.Level >= Cefr.B2))
        {
            errors.Add(new FieldError("languages", "french-or-english-b2"));
        }

        if (profile.Bio.Length > MostBio)
        {
            errors.Add(new FieldError("bio", "too-long", MostBio));
        }

        if (profile.YearsInMigration > profile.Years)
        {
            errors.Add(new FieldError("yearsInMigration", "more-than-all-years"));
        }

        if (profile.Status == ExpertStatus.PublicOfficial && string.IsNullOrWhiteSpace(profile.SendingAuthority))
        {
            errors.Add(new FieldError("sendingAuthority", "required"));
        }

        for (var index = 0; index < profile.Themes.Count; index++)
        {
            if (profile.Themes[index].Level >= ThemeLevel.Expert && string.IsNullOrWhiteSpace(profile.Themes[index].Evidence))
            {
                errors.Add(new FieldError($"themes[{index}].evidence", "evidence-required"));
            }
        }

        if (profile.Week.DaysOff.Any(day => !Enum.IsDefined(day)) || profile.Week.DaysOff.Distinct().Count() != profile.Week.DaysOff.Count)
        {
            errors.Add(new FieldError("week.daysOff", "not-valid"));
        }

        if (profile.Week.ClosesAt <= profile.Week.OpensAt)
        {
            errors.Add(new FieldError("week.closesAt", "ends-before-start"));
        }

        if (profile.Week.ValidTo < profile.Week.ValidFrom)
        {
            errors.Add(new FieldError("week.validTo", "ends-before-it-begins"));
        }

        if (Blank.ToNull(profile.TimeZone) is { } zone && TimeZones.Find(zone) is null)
        {
            errors.Add(new FieldError("timeZone", "not-valid"));
        }

        if (Blank.ToNull(profile.Region) is { } region && !region.StartsWith(profile.Residence + "-", StringComparison.Ordinal))
        {
            errors.Add(new FieldError("region", "not-in-residence"));
        }

        for (var index = 0; index < profile.Unavailable.Count; index++)
        {
            var period = profile.Unavailable[index];
            if (period.From is null || period.To is null)
            {
                errors.Add(new FieldError($"unavailable[{index}]", "required"));
            }
            else if (period.To < period.From)
            {
                errors.Add(new FieldError($"unavailable[{index}].to", "ends-before-it-begins"));
            }
        }

        for (var index = 0; index < profile.Readiness.Count; index++)
        {
            if (profile.Readiness[index] is { Kind: ReadinessKind.Visa, Country: null or "" })
            {
                errors.Add(new FieldError($"readiness[{index}].country", "required"));
            }
        }

        for (var index = 0; index < profile.Consents.Count; index++)
        {
            if (profile.Consents[index].GivenOn > today)
            {
                errors.Add(new FieldError($"consents[{index}].givenOn", "in-the-future"));
            }
        }

        return errors;

        void Need(bool isThere, string field)
        {
            if (!isThere)
            {
                errors.Add(new FieldError(field, "required"));
            }
        }
    }
}
