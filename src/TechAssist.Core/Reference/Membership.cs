using System.ComponentModel.DataAnnotations;

namespace TechAssist.Core.Reference;

public enum MembershipKind
{
    Partner,
    Observer,

    /// <summary>Was one at some time that no source gives: counts on no day.</summary>
    Former,
}

public sealed record MembershipInput : ReferenceInput
{
    [Required, StringLength(2)]
    public string CountryCode { get; init; } = "";

    [EnumDataType(typeof(MembershipKind))]
    public MembershipKind Kind { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }
}

/// <summary>A span of days on which a state takes part in the dialogue, both ends included; an open end is not known or
/// not over.</summary>
public sealed class Membership : ReferenceRow, IReferenceRow<Membership, MembershipInput>
{
    private Membership()
    {
    }

    public string CountryCode { get; private set; } = "";

    public MembershipKind Kind { get; private set; }

    public DateOnly? ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    public static Membership From(MembershipInput input)
    {
        var membership = new Membership();
        membership.Take(input);
        return membership;
    }

    public static IEnumerable<FieldError> Faults(MembershipInput input, ReferenceSnapshot others)
    {
        if (others.Country(input.CountryCode) is null)
        {
            yield return new FieldError("countryCode", "unknown-code");
        }

        if (input.ValidTo < input.ValidFrom)
        {
            yield return new FieldError("validTo", "ends-before-start");
        }
    }

    public bool CountsOn(DateOnly day) =>
        IsActive && Kind != MembershipKind.Former && (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);

    public void Take(MembershipInput input)
    {
        TakeRow(input);
        CountryCode = input.CountryCode;
        Kind = input.Kind;
        ValidFrom = input.ValidFrom;
        ValidTo = input.ValidTo;
    }
}
