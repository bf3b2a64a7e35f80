using TechAssist.Core.Notifications;

namespace TechAssist.Core.Experts;

/// <summary>Where an expert reads mail: at the account, or else at the address of the profile.</summary>
internal static class ExpertAddress
{
    /// <returns>Null when nothing reaches the expert.</returns>
    public static OutboxMessage.Person? Of(Expert expert)
    {
        if (expert.Person is { IsActive: true } person)
        {
            return new OutboxMessage.Person(person.Id, person.Email!, person.Name, person.Language);
        }

        return expert.Profile.Email is { Length: > 0 } email
            ? new OutboxMessage.Person(expert.Id, email, expert.Name, LanguageOf(expert.Profile))
            : null;
    }

    /// <summary>The portal's language the expert knows better.</summary>
    private static string LanguageOf(ExpertProfile profile) => LevelOf(profile, "en") > LevelOf(profile, "fr") ? "en" : "fr";

    private static Cefr LevelOf(ExpertProfile profile, string language) =>
        profile.Languages.FirstOrDefault(skill => skill.Language == language)?.Level ?? Cefr.None;
}
