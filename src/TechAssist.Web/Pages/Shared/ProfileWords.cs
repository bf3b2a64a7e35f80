using TechAssist.Core;
using TechAssist.Core.Experts.Registrations;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Shared;

/// <summary>What the fields of a profile are called in a list of what is missing.</summary>
public static class ProfileWords
{
    public static string Message(FieldError error, Texts texts)
    {
        var label = error.Code == "part-not-written" ? texts["Register.part." + PartOf(error).Key] : texts[LabelKey(error.Field)];
        return texts["Form.LabelAndError", label, Messages.Text(error, Languages.Current)];
    }

    /// <summary>The part of the registration that asks for a field.</summary>
    public static RegistrationPart PartOf(FieldError error) => RegistrationPart.All.FirstOrDefault(part => part.Owns(error)) ?? RegistrationPart.All[0];

    private static string LabelKey(string field)
    {
        var parts = field.Split('.', '[');
        return (parts[0], parts[^1]) switch
        {
            ("themes", "evidence") => "Roster.Evidence",
            ("cv", _) => "Register.part.cv",
            ("assistanceTypes", _) => "Roster.Types",
            ("years", _) => "Roster.YearsAll",
            ("yearsInMigration", _) => "Roster.YearsMigration",
            ("mostDaysAYear", _) => "Roster.MostDays",
            (var name, _) => "Roster." + char.ToUpperInvariant(name[0]) + name[1..],
        };
    }
}
