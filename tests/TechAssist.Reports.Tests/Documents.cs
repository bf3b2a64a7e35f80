namespace TechAssist.Reports.Tests;

/// <summary>Small documents for tests.</summary>
internal static class Documents
{
    public static Document Of(params Block[] blocks) => new()
    {
        Title = "Essai",
        Language = DocumentLanguage.French,
        Organisation = "Secrétariat",
        IssuedOn = new DateOnly(2031, 3, 1),
        Blocks = blocks,
    };
}
