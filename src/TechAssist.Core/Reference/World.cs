using System.Collections.Frozen;

namespace TechAssist.Core.Reference;

/// <summary>A country or territory of the world by its two letters: of what nationality an expert is, where they have worked.</summary>
public sealed record Place(string Code, string NameEn, string NameFr)
{
    public string Name(string language) => language == "fr" ? NameFr : NameEn;
}

/// <summary>The places of the world in both languages. The platform's own names stay in the language in which they were first asked for.</summary>
public static class World
{
    public static readonly IReadOnlyList<Place> Places = ReferenceFiles.World().Places;

    private static readonly FrozenDictionary<string, Place> ByCode = Places.ToFrozenDictionary(place => place.Code);

    public static Place? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);
}
