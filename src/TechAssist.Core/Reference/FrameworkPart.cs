using System.ComponentModel.DataAnnotations;

namespace TechAssist.Core.Reference;

public enum FrameworkPartKind { Area, Pillar, Domain, Principle, Transversal }

public sealed record FrameworkPartInput : NamedInput
{
    [Required, StringLength(CodeMost)]
    public string FrameworkCode { get; init; } = "";

    [EnumDataType(typeof(FrameworkPartKind))]
    public FrameworkPartKind Kind { get; init; }

    [Range(1, 99)]
    public int Number { get; init; }
}

/// <summary>What a framework is divided into: the pillars of Dakar and Rome, the domains of Marrakesh, the principles.
/// Nothing counts on there being three or four of them.</summary>
public sealed class FrameworkPart : NamedRow, IReferenceRow<FrameworkPart, FrameworkPartInput>
{
    private FrameworkPart()
    {
    }

    public string FrameworkCode { get; private set; } = "";

    public FrameworkPartKind Kind { get; private set; }

    public int Number { get; private set; }

    public static FrameworkPart From(FrameworkPartInput input)
    {
        var part = new FrameworkPart();
        part.Take(input);
        return part;
    }

    public static IEnumerable<FieldError> Faults(FrameworkPartInput input, ReferenceSnapshot others)
    {
        if (others.Framework(input.FrameworkCode) is null)
        {
            yield return new FieldError("frameworkCode", "unknown-code");
        }
    }

    public void Take(FrameworkPartInput input)
    {
        TakeNamed(input);
        FrameworkCode = input.FrameworkCode;
        Kind = input.Kind;
        Number = input.Number;
    }
}
