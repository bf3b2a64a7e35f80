using System.ComponentModel.DataAnnotations;

namespace TechAssist.Core.Reference;

public sealed record ObjectiveLinkInput : ReferenceInput
{
    [Required, StringLength(CodeMost)]
    public string FromCode { get; init; } = "";

    [Required, StringLength(CodeMost)]
    public string ToCode { get; init; } = "";
}

/// <summary>Says that an objective of one framework goes on as an objective of a later one.</summary>
public sealed class ObjectiveLink : ReferenceRow, IReferenceRow<ObjectiveLink, ObjectiveLinkInput>
{
    private ObjectiveLink()
    {
    }

    public string FromCode { get; private set; } = "";

    public string ToCode { get; private set; } = "";

    public static ObjectiveLink From(ObjectiveLinkInput input)
    {
        var link = new ObjectiveLink();
        link.Take(input);
        return link;
    }

    public static IEnumerable<FieldError> Faults(ObjectiveLinkInput input, ReferenceSnapshot others)
    {
        var (from, to) = (others.Objective(input.FromCode), others.Objective(input.ToCode));
        if (from is null)
        {
            yield return new FieldError("fromCode", "unknown-code");
        }

        if (to is null)
        {
            yield return new FieldError("toCode", "unknown-code");
        }

        if (from is not null && from.FrameworkCode == to?.FrameworkCode)
        {
            yield return new FieldError("toCode", "same-framework");
        }
    }

    public void Take(ObjectiveLinkInput input)
    {
        TakeRow(input);
        FromCode = input.FromCode;
        ToCode = input.ToCode;
    }
}
