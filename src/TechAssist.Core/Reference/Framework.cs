using System.ComponentModel.DataAnnotations;

namespace TechAssist.Core.Reference;

public sealed record FrameworkInput : NamedInput
{
    public DateOnly AdoptedOn { get; init; }

    [Range(2000, 2100)]
    public int PeriodFrom { get; init; }

    [Range(2000, 2100)]
    public int PeriodTo { get; init; }

    public bool IsCurrent { get; init; }
}

/// <summary>A declaration with its strategy or plan, such as the Dakar Strategy. A new one is a new row; cases keep theirs.</summary>
public sealed class Framework : NamedRow, IReferenceRow<Framework, FrameworkInput>
{
    private Framework()
    {
    }

    /// <summary>The last day of the conference that adopted it.</summary>
    public DateOnly AdoptedOn { get; private set; }

    /// <summary>First year it covers.</summary>
    public int PeriodFrom { get; private set; }

    /// <summary>Last year it covers.</summary>
    public int PeriodTo { get; private set; }

    public bool IsCurrent { get; private set; }

    public static Framework From(FrameworkInput input)
    {
        var framework = new Framework();
        framework.Take(input);
        return framework;
    }

    public static IEnumerable<FieldError> Faults(FrameworkInput input, ReferenceSnapshot others)
    {
        if (input.PeriodTo < input.PeriodFrom)
        {
            yield return new FieldError("periodTo", "ends-before-start");
        }

        if (input.IsCurrent && others.Frameworks.Any(framework => framework.IsCurrent && framework.Code != input.Code))
        {
            yield return new FieldError("isCurrent", "another-is-current");
        }
    }

    public void Take(FrameworkInput input)
    {
        TakeNamed(input);
        AdoptedOn = input.AdoptedOn;
        PeriodFrom = input.PeriodFrom;
        PeriodTo = input.PeriodTo;
        IsCurrent = input.IsCurrent;
    }
}
