using System.Text.Json;
using System.Text.Json.Serialization;

namespace TechAssist.Core.Reference;

/// <summary>The data files that come with the product, embedded in it. Each says its source and the day it was read.</summary>
public static class ReferenceFiles
{
    // A misspelt property in a file is a fault, not a value left out.
    private static readonly JsonSerializerOptions Strict = new(CoreJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static CountriesFile Countries() => Read<CountriesFile>("countries.json");

    public static FrameworksFile Frameworks() => Read<FrameworksFile>("frameworks.json");

    public static ObjectivesFile Objectives() => Read<ObjectivesFile>("objectives.json");

    public static ThemesFile Themes() => Read<ThemesFile>("themes.json");

    public static AssistanceTypesFile AssistanceTypes() => Read<AssistanceTypesFile>("assistance-types.json");

    public static CodeListsFile CodeLists() => Read<CodeListsFile>("code-lists.json");

    public static HolidaysFile Holidays() => Read<HolidaysFile>("holidays.json");

    public static WorldFile World() => Read<WorldFile>("world.json");

    private static T Read<T>(string name)
        where T : ReferenceFile
    {
        using var stream = typeof(ReferenceFiles).Assembly.GetManifestResourceStream($"TechAssist.Core.Reference.Data.{name}")
            ?? throw new InvalidOperationException($"The data file {name} is not embedded.");
        return JsonSerializer.Deserialize<T>(stream, Strict) ?? throw new JsonException($"{name} is empty.");
    }
}

/// <summary>The head of every data file.</summary>
public abstract record ReferenceFile(string Source, DateOnly ReadOn);

public sealed record CountriesFile(string Source, DateOnly ReadOn, IReadOnlyList<CountryInput> Countries, IReadOnlyList<MembershipInput> Memberships)
    : ReferenceFile(Source, ReadOn);

public sealed record FrameworksFile(string Source, DateOnly ReadOn, IReadOnlyList<FrameworkInput> Frameworks, IReadOnlyList<FrameworkPartInput> Parts)
    : ReferenceFile(Source, ReadOn);

public sealed record ObjectivesFile(string Source, DateOnly ReadOn, IReadOnlyList<ObjectiveInput> Objectives, IReadOnlyList<ObjectiveLinkInput> Links)
    : ReferenceFile(Source, ReadOn);

public sealed record ThemesFile(string Source, DateOnly ReadOn, IReadOnlyList<ThemeInput> Themes) : ReferenceFile(Source, ReadOn);

public sealed record AssistanceTypesFile(string Source, DateOnly ReadOn, IReadOnlyList<AssistanceTypeInput> Types) : ReferenceFile(Source, ReadOn);

public sealed record CodeListsFile(string Source, DateOnly ReadOn, IReadOnlyList<CodeListItemInput> Items) : ReferenceFile(Source, ReadOn);

public sealed record HolidaysFile(string Source, DateOnly ReadOn, IReadOnlyList<PublicHolidayInput> Holidays) : ReferenceFile(Source, ReadOn);

public sealed record WorldFile(string Source, DateOnly ReadOn, IReadOnlyList<Place> Places) : ReferenceFile(Source, ReadOn);
