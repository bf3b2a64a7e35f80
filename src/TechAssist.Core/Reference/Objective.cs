using System.ComponentModel.DataAnnotations;

namespace TechAssist.Core.Reference;

public sealed record ObjectiveInput : NamedInput
{
    [Required, StringLength(CodeMost)]
    public string FrameworkCode { get; init; } = "";

    [StringLength(CodeMost)]
    public string? PartCode { get; init; }

    [Range(1, 99)]
    public int Number { get; init; }

    public bool IsTransversal { get; init; }
}

/// <summary>A strategic objective a request can serve. Its code is <c>framework:code</c>, such as <c>DAK11:R9</c>.</summary>
public sealed class Objective : NamedRow, IReferenceRow<Objective, ObjectiveInput>
{
    private Objective()
    {
    }

    public string FrameworkCode { get; private set; } = "";

    /// <summary>The pillar or domain it belongs to; null when it crosses all.</summary>
    public string? PartCode { get; private set; }

    public int Number { get; private set; }

    public bool IsTransversal { get; private set; }

    /// <summary>The code without its framework: <c>R9</c>.</summary>
    public string ShortCode => Code[(Code.IndexOf(':', StringComparison.Ordinal) + 1)..];

    public static Objective From(ObjectiveInput input)
    {
        var objective = new Objective();
        objective.Take(input);
        return objective;
    }

    public static IEnumerable<FieldError> Faults(ObjectiveInput input, ReferenceSnapshot others)
    {
        if (others.Framework(input.FrameworkCode) is null)
        {
            yield return new FieldError("frameworkCode", "unknown-code");
        }

        if (!input.Code.StartsWith(input.FrameworkCode + ":", StringComparison.Ordinal))
        {
            yield return new FieldError("code", "not-of-this-framework");
        }

        if (!string.IsNullOrEmpty(input.PartCode) && others.Part(input.PartCode)?.FrameworkCode != input.FrameworkCode)
        {
            yield return new FieldError("partCode", "not-of-this-framework");
        }
    }

    public void Take(ObjectiveInput input)
    {
        TakeNamed(input);
        FrameworkCode = input.FrameworkCode;
        PartCode = Blank(input.PartCode);
        Number = input.Number;
        IsTransversal = input.IsTransversal;
    }
}
