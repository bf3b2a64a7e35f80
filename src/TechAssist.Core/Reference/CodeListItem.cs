using System.ComponentModel.DataAnnotations;

namespace TechAssist.Core.Reference;

public sealed record CodeListItemInput : NamedInput
{
    [Required, StringLength(30)]
    public string List { get; init; } = "";

    [Required, StringLength(9)]
    public string Value { get; init; } = "";

    public bool IsDefault { get; init; }
}

/// <summary>A code of a published list (OECD DAC, IATI) that publishing a case uses. Its key is <c>list/value</c>.</summary>
public sealed class CodeListItem : NamedRow, IReferenceRow<CodeListItem, CodeListItemInput>
{
    private CodeListItem()
    {
    }

    public string List { get; private set; } = "";

    /// <summary>The code as the list writes it: 15190.</summary>
    public string Value { get; private set; } = "";

    public bool IsDefault { get; private set; }

    public static CodeListItem From(CodeListItemInput input)
    {
        var item = new CodeListItem();
        item.Take(input);
        return item;
    }

    public static IEnumerable<FieldError> Faults(CodeListItemInput input, ReferenceSnapshot others)
    {
        if (input.Code != $"{input.List}/{input.Value}")
        {
            yield return new FieldError("code", "not-of-this-list");
        }

        if (input.IsDefault && others.Items(input.List).Any(item => item.IsDefault && item.Code != input.Code))
        {
            yield return new FieldError("isDefault", "another-is-default");
        }
    }

    public void Take(CodeListItemInput input)
    {
        TakeNamed(input);
        List = input.List;
        Value = input.Value;
        IsDefault = input.IsDefault;
    }
}
