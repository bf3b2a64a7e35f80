namespace TechAssist.Core.Reference;

/// <summary>How sure a row of reference data is. Shown to the administrator, and to everybody where it is not confirmed.</summary>
public enum Certainty
{
    /// <summary>Found on a public page or in a published list.</summary>
    Confirmed,

    /// <summary>The thing exists; its wording or date waits for the original text.</summary>
    ToBeConfirmed,

    /// <summary>General knowledge.</summary>
    Unverified,

    /// <summary>A choice of this product.</summary>
    OwnProposal,
}
