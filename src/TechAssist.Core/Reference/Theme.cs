using System.ComponentModel.DataAnnotations;

namespace TechAssist.Core.Reference;

public sealed record ThemeInput : NamedInput
{
    [StringLength(CodeMost)]
    public string? ParentCode { get; init; }

    public bool IsTransversal { get; init; }
}

/// <summary>A priority theme (T1 to T4) or, with a parent, one of its sub-themes.</summary>
public sealed class Theme : NamedRow, IReferenceRow<Theme, ThemeInput>
{
    private Theme()
    {
    }

    public string? ParentCode { get; private set; }

    public bool IsTransversal { get; private set; }

    public static Theme From(ThemeInput input)
    {
        var theme = new Theme();
        theme.Take(input);
        return theme;
    }

    public static IEnumerable<FieldError> Faults(ThemeInput input, ReferenceSnapshot others)
    {
        if (!string.IsNullOrEmpty(input.ParentCode) && (input.ParentCode == input.Code || others.Theme(input.ParentCode) is not { ParentCode: null }))
        {
            yield return new FieldError("parentCode", "unknown-code");
        }
    }

    public void Take(ThemeInput input)
    {
        TakeNamed(input);
        ParentCode = Blank(input.ParentCode);
        IsTransversal = input.IsTransversal;
    }
}
