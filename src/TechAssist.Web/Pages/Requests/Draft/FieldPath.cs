using System.Text.RegularExpressions;

namespace TechAssist.Web.Pages.Requests.Draft;

/// <summary>The path of a field in an error: <c>periods[0].from</c>.</summary>
public static partial class FieldPath
{
    /// <summary>Its key among the words of the journey: <c>Draft.periods.from</c>.</summary>
    public static string Word(string path) => "Draft." + Index().Replace(path, "");

    /// <summary>Where the message stands on the page: a code in a list of boxes is told at the list.</summary>
    public static string Place(string path) => IndexAtEnd().Replace(path, "${list}");

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();

    [GeneratedRegex(@"^(?!coRequesters)(?<list>.*)\[\d+\]$", RegexOptions.ExplicitCapture)]
    private static partial Regex IndexAtEnd();
}
