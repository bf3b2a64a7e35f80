using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.TagHelpers;

/// <summary>A file to choose: <c>&lt;file-field for="Input.File" label="…" hint="…" /&gt;</c>. A browser never shows a chosen file again,
/// so that after a refusal it has to be chosen anew.</summary>
public sealed class FileFieldTagHelper(Texts texts) : FieldBox(texts)
{
    /// <summary>Several may be chosen.</summary>
    public bool Multiple { get; set; }

    /// <summary>Kinds of files the browser offers first, as the attribute <c>accept</c> takes them.</summary>
    public string? Accept { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = Errors(Name);
        var css = errors.Count > 0 ? "form-control is-invalid" : "form-control";
        WriteLabelled(
            output,
            Input("file", css, ("id", Id), ("name", Name), ("multiple", Multiple ? "multiple" : null), ("accept", Accept), ("aria-invalid", errors.Count > 0 ? "true" : null), ("aria-describedby", DescribedBy(errors.Count > 0))),
            errors);
    }
}
