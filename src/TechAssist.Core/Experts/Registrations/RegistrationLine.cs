using TechAssist.Core.Audit;

namespace TechAssist.Core.Experts.Registrations;

/// <summary>A history line about a registration. The history is never changed, so it names only who asked to be kept on record.</summary>
internal static class RegistrationLine
{
    public static TimelineLine Of(string kind, Registration registration, string? reason = null) => new(kind)
    {
        Reason = reason,
        Values = new Dictionary<string, string>
        {
            ["registrationId"] = registration.Id.ToString(),
            ["expert"] = registration.SentAt is null ? "" : registration.Name,
        },
    };

    /// <summary>Whoever writes behind the link.</summary>
    public static Actor Writer(Registration registration) => new(registration.Id, registration.SentAt is null ? "" : registration.Name, registration.Language, []);
}
