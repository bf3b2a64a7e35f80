namespace TechAssist.Web.TagHelpers;

/// <summary>The labels of the fields on this page, by id: the page is written before the layout, so that the error summary
/// can say which field it speaks of.</summary>
internal static class FieldLabels
{
    public static Dictionary<string, string> Of(HttpContext context)
    {
        if (context.Items[typeof(FieldLabels)] is Dictionary<string, string> labels)
        {
            return labels;
        }

        labels = new Dictionary<string, string>(StringComparer.Ordinal);
        context.Items[typeof(FieldLabels)] = labels;
        return labels;
    }
}
