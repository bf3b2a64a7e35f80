namespace TechAssist.Web.Pages.Requests.Reports;

/// <summary>A remark as it is typed.</summary>
public sealed record CommentForm
{
    /// <summary>The section it is on.</summary>
    public int Section { get; init; }

    public string? Text { get; init; }

    /// <summary>The words it is about.</summary>
    public string? Quote { get; init; }

    /// <summary>Where they were selected; the browser fills it in, as well as what stands around them.</summary>
    public string? Field { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }
}
