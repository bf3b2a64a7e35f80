namespace TechAssist.Web.Infrastructure;

/// <summary>The size of a file as people say it: "3 KB", "1.4 MB", "3 Ko", "1,4 Mo".</summary>
public static class FileSize
{
    public static string Say(long bytes, Texts texts) => bytes switch
    {
        < 1000 => texts["FileSize.Bytes", bytes],
        < 1_000_000 => texts["FileSize.Kilo", Math.Round(bytes / 1000d)],
        _ => texts["FileSize.Mega", Math.Round(bytes / 1_000_000d, 1)],
    };
}
