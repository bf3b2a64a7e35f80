namespace TechAssist.Web.TagHelpers;

/// <summary>One thing to choose: what is sent, what is read, and a line that explains it. <paramref name="Group"/> puts
/// choices of a list under a heading.</summary>
public sealed record Choice(string Value, string Label, string? Hint = null, string? Group = null);
