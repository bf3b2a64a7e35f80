namespace TechAssist.Core;

/// <summary>What the product says to people from below the portal: errors (<c>Error.</c>), refusals (<c>Rule.</c>),
/// history lines (<c>Timeline.</c>), mails (<c>Mail.</c>), in French or English.</summary>
public static class Messages
{
    public static readonly TextSet All = new(typeof(Messages).Assembly);

    /// <param name="key">Such as <c>Error.required</c>.</param>
    /// <param name="language">"fr" or "en".</param>
    /// <param name="arguments">Values for <c>{0}</c>, <c>{1}</c> … of the text.</param>
    public static string Text(string key, string language, params ReadOnlySpan<object?> arguments) => All.Text(key, language, arguments);

    public static string Text(FieldError error, string language) => All.Text("Error." + error.Code, language, error.Arguments);

    public static string Text(RuleException refusal, string language) => All.Text("Rule." + refusal.Code, language, [.. refusal.Arguments]);
}
