using System.Security.Cryptography;
using System.Text;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Registrations;

/// <summary>One page of a registration: which fields of the profile it asks for, and how it puts them into what is stored.</summary>
/// <param name="Fields">First names of the fields, as errors call them.</param>
/// <param name="Take">What is stored, with this part's fields as they were typed; rows left empty are dropped.</param>
/// <param name="IsOptional">May be left out.</param>
public sealed record RegistrationPart(string Key, IReadOnlyList<string> Fields, Func<ExpertProfile, ExpertProfile, ExpertProfile> Take, bool IsOptional = false)
{
    public const string Cv = "cv";

    public const string Consents = "consents";

    public static readonly IReadOnlyList<RegistrationPart> All =
    [
        new("identity", ["familyName", "givenNames", "phone", "sex", "birthYear", "nationalities", "residence"], (kept, typed) => kept with
        {
            FamilyName = Cut(typed.FamilyName),
            GivenNames = Cut(typed.GivenNames),
            Phone = Blank.ToNull(typed.Phone),
            Sex = typed.Sex,
            BirthYear = typed.BirthYear,
            Nationalities = [.. typed.Nationalities.Where(code => !string.IsNullOrEmpty(code)).Distinct()],
            Residence = Blank.ToNull(typed.Residence),
        }),
        new("work", ["status", "employer", "pastEmployers", "sendingAuthority", "education", "degrees", "years", "yearsInMigration"], (kept, typed) => kept with
        {
            Status = typed.Status,
            Employer = Blank.ToNull(typed.Employer),
            PastEmployers = [.. typed.PastEmployers.Where(row => IsFilled(row.Name, row.Country) || row.UntilOn is not null)],
            SendingAuthority = Blank.ToNull(typed.SendingAuthority),
            Education = typed.Education,
            Degrees = Blank.ToNull(typed.Degrees),
            Years = typed.Years,
            YearsInMigration = typed.YearsInMigration,
        }),
        new("themes", ["themes", "assistanceTypes"], (kept, typed) => kept with
        {
            Themes = [.. typed.Themes.Where(row => IsFilled(row.Theme, row.Evidence))],
            AssistanceTypes = [.. typed.AssistanceTypes.Distinct()],
        }),
        new("languages", ["languages"], (kept, typed) => kept with { Languages = [.. typed.Languages.Where(row => IsFilled(row.Language) || row.IsMotherTongue || row with { Language = "" } != new LanguageSkill())] }),
        new("experience", ["countries", "bio"], (kept, typed) => kept with
        {
            Countries = [.. typed.Countries.Where(row => IsFilled(row.Country, row.Role) || row.Months > 0)],
            Bio = typed.Bio,
        }),
        new(Cv, ["cv"], (kept, _) => kept),
        new("references", ["references"], (kept, typed) => kept with { References = [.. typed.References.Where(row => IsFilled(row.Name, row.Position, row.Email, row.Phone))] }, IsOptional: true),
        new("availability", ["noticeDays", "mostDaysAYear", "remoteOnly", "region", "timeZone", "week", "unavailable"], (kept, typed) => kept with
        {
            NoticeDays = typed.NoticeDays,
            MostDaysAYear = typed.MostDaysAYear,
            RemoteOnly = typed.RemoteOnly,
            Region = Blank.ToNull(typed.Region),
            TimeZone = Blank.ToNull(typed.TimeZone),
            Week = typed.Week,
            Unavailable = [.. typed.Unavailable.Where(row => row != new Period())],
        }),
        new("readiness", ["readiness"], (kept, typed) => kept with { Readiness = [.. typed.Readiness.Where(row => row != new ReadinessItem())] }, IsOptional: true),
        new(Consents, ["consents"], (kept, typed) => kept with { Consents = typed.Consents }),
    ];

    public static RegistrationPart? Find(string? key) => All.FirstOrDefault(part => part.Key == key);

    public bool Owns(FieldError error) => Fields.Contains(error.Field.Split('.', '[')[0]);

    /// <summary>Changes whenever something of this part changes: two tabs on different pages do not disturb each other.</summary>
    public string Mark(ExpertProfile profile) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CoreJson.Write(Take(new ExpertProfile(), profile)))))[..20];

    private static bool IsFilled(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                return true;
            }
        }

        return false;
    }

    private static string Cut(string? text) => text?.Trim() ?? "";
}
