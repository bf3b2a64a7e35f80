namespace TechAssist.Core;

/// <summary>Who did something, as it is read afterwards.</summary>
public static class DoneBy
{
    /// <summary>"A", or "A on behalf of B" where a substitute acted.</summary>
    /// <param name="language">"fr" or "en".</param>
    public static string Of(string name, string? onBehalfOf, string language) =>
        onBehalfOf is null ? name : Messages.Text("DoneBy.OnBehalfOf", language, name, onBehalfOf);
}
