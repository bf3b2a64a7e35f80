namespace TechAssist.Core.People;

/// <summary>What makes a password good enough: length, and not being what anybody would try first (NIST SP 800-63B, 3.1.1).</summary>
public static class PasswordRules
{
    public const int Least = 12;

    public const int Most = 128;

    private static readonly string[] Guessable =
        ["password", "motdepasse", "azerty", "qwerty", "techassist", "123456", "abcdef", "bonjour", "welcome", "bienvenue"];

    /// <exception cref="InvalidInputException">Too short, too long, or easy to guess.</exception>
    public static void ThrowIfWeak(string field, string? password, Person person)
    {
        if (string.IsNullOrEmpty(password))
        {
            throw new InvalidInputException(field, "required");
        }

        if (password.Length < Least)
        {
            throw new InvalidInputException(field, "too-short", Least);
        }

        if (password.Length > Most)
        {
            throw new InvalidInputException(field, "too-long", Most);
        }

        if (IsGuessable(password, person))
        {
            throw new InvalidInputException(field, "password-guessable");
        }
    }

    private static bool IsGuessable(string password, Person person)
    {
        var own = (person.Email ?? "").Split('@')[0].Split('.').Concat(person.Name.Split(' ')).Where(part => part.Length > 3);
        // What stays after taking the known words out must still be a password worth the name.
        var rest = Guessable.Concat(own).Aggregate(password, (text, word) => text.Replace(word, "", StringComparison.OrdinalIgnoreCase));
        return rest.Length < 6 || password.Distinct().Count() < 5;
    }
}
