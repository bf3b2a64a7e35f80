namespace TechAssist.Web.Infrastructure;

public static class CleanText
{
    /// <summary>No NUL and no unpaired surrogate: text that both databases store and every client can read.</summary>
    public static bool IsClean(string? text)
    {
        if (text is null)
        {
            return true;
        }

        for (var index = 0; index < text.Length; index++)
        {
            var isPair = char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
            if (text[index] == '\0' || (char.IsSurrogate(text[index]) && !isPair))
            {
                return false;
            }

            index += isPair ? 1 : 0;
        }

        return true;
    }
}
