namespace TechAssist.Web.TagHelpers;

/// <summary>The labels of the fields on this page, by id: the page is written before the layout, so that the error summary
/// can say which field it speaks of.</summary>
internal static class FieldLabels
{
    public static Dictionary<string, string> Of(HttpContext context) => In(context, "labels");

    /// <summary>Addresses of fields that stand on another page, by id: the summary of a whole form leads there.</summary>
    public static Dictionary<string, string> PagesOf(HttpContext context) => In(context, "pages");

    private static Dictionary<string, string> In(HttpContext context, string what)
    {
        var key = (typeof(FieldLabels), what);
        if (context.Items[key] is Dictionary<string, string> known)
        {
            return known;
        }

        known = new Dictionary<string, string>(StringComparer.Ordinal);
        context.Items[key] = known;
        return known;
    }
}
