namespace TechAssist.Core.Missions.Delivery;

/// <summary>Which records a type of assistance keeps: the codes of the reference data, a type added there is written like a text.</summary>
public static class DeliveryParts
{
    /// <summary>The parts of a mission of these types, the types themselves aside.</summary>
    public static IReadOnlyList<DeliveryPart> Of(IEnumerable<string> types) => [.. types.Select(Of).Distinct().Order()];

    private static DeliveryPart Of(string type) => type switch
    {
        "TRN" or "STV" => DeliveryPart.Sessions,
        "ASM" or "PEE" or "IDN" => DeliveryPart.Enquiry,
        "MEN" => DeliveryPart.Contacts,
        _ => DeliveryPart.Drafts,
    };
}
