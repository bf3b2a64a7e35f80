using TechAssist.Core.Links;

namespace TechAssist.Core.Experts.Registrations;

/// <summary>What a registration must hold before it is sent, and before it is admitted (domain data-model 3.4).</summary>
public static class RegistrationRules
{
    /// <summary>Years of experience below which the secretariat is told (the roster floor of the EU's expert facilities).</summary>
    public const int RosterFloorYears = 7;

    /// <summary>Ample for a profile with every row filled in; nobody fills the database through a link.</summary>
    internal const int MostCharacters = 150_000;

    /// <summary>A link is good for so many days since something was last written.</summary>
    internal const int LinkDays = 30;

    /// <summary>Nobody has mails sent to an address more often than this.</summary>
    internal static readonly TimeSpan MailAgainAfter = TimeSpan.FromMinutes(5);

    /// <summary>What is missing or wrong, field by field; the field <c>cv</c> is the file. A part that was never saved is missing as
    /// a whole (<c>part-not-written</c>, on its first field).</summary>
    public static IReadOnlyList<FieldError> Missing(ExpertProfile profile, bool hasCv, Func<string, bool> isWritten, DateOnly today)
    {
        List<FieldError> errors = [.. ExpertRules.Check(profile, today)];
        Need(profile.Sex is not null, "sex");
        Need(profile.BirthYear is not null, "birthYear");
        Need(!string.IsNullOrEmpty(profile.Residence), "residence");
        Need(profile.Education is not null, "education");
        Need(profile.AssistanceTypes.Count > 0, "assistanceTypes");
        Need(!profile.Bio.IsEmpty, "bio");
        Need(hasCv, "cv");
        Need(profile.Allows(ConsentKind.Storage, today), "consents");
        var unwritten = RegistrationPart.All.Where(part => part is { IsOptional: false, Key: not RegistrationPart.Cv } && !isWritten(part.Key) && !errors.Exists(part.Owns));
        errors.AddRange(unwritten.Select(part => new FieldError(part.Fields[0], "part-not-written")));
        return [.. RegistrationPart.All.SelectMany(part => errors.Where(part.Owns)), .. errors.Where(error => !RegistrationPart.All.Any(part => part.Owns(error)))];

        void Need(bool isThere, string field)
        {
            if (!isThere && !errors.Exists(error => error.Field == field))
            {
                errors.Add(new FieldError(field, "required"));
            }
        }
    }

    internal static SignedLink Link(Registration registration, DateTime now) =>
        SignedLink.Issue(LinkPurpose.Register, registration.Id, null, registration.Name, registration.Language, now.AddDays(LinkDays), now);
}
