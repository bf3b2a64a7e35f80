using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Reference;

public sealed record AssistanceTypeInput : NamedInput
{
    [Range(1, 99)]
    public int Number { get; init; }

    public bool IsFromMandate { get; init; }
}

/// <summary>A kind of assistance, such as a training workshop (TRN). Those not from the mandate may be switched off.</summary>
public sealed class AssistanceType : NamedRow, IReferenceRow<AssistanceType, AssistanceTypeInput>
{
    private AssistanceType()
    {
    }

    /// <summary>Its place in lists.</summary>
    public int Number { get; private set; }

    public bool IsFromMandate { get; private set; }

    public static AssistanceType From(AssistanceTypeInput input)
    {
        var type = new AssistanceType();
        type.Take(input);
        return type;
    }

    public void Take(AssistanceTypeInput input)
    {
        TakeNamed(input);
        Number = input.Number;
        IsFromMandate = input.IsFromMandate;
    }
}

internal sealed class AssistanceTypeMapping : IEntityTypeConfiguration<AssistanceType>
{
    public void Configure(EntityTypeBuilder<AssistanceType> builder) => builder.HasNamedRow("assistance_types");
}
