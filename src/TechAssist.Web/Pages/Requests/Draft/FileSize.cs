using TechAssist.Core;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Draft;

/// <summary>The size of a file as people say it: "240 KB", "2,4 Mo".</summary>
public static class FileSize
{
    public static string Of(long bytes, Texts words)
    {
        var culture = Languages.Culture(Languages.Current);
        return bytes < 1_000_000
            ? words["Draft.files.Kilobytes", Math.Max(1, bytes / 1000).ToString("N0", culture)]
            : words["Draft.files.Megabytes", (bytes / 1_000_000m).ToString("0.#", culture)];
    }
}
