using System.Text.Json;

namespace TechAssist.Web.Infrastructure;

public sealed record MapSize(int Width, int Height);

public sealed record MapPlace(int X, int Y);

/// <summary>Where countries stand in the map of Africa and Europe that the build draws (build/region-map.mjs).</summary>
public sealed class RegionMap(IWebHostEnvironment host)
{
    public const string Picture = "lib/region.svg";

    private readonly Lazy<Drawn> drawn = new(() => Read(host));

    public MapSize Size => new(drawn.Value.Width, drawn.Value.Height);

    /// <param name="country">Its two letters.</param>
    public MapPlace? PlaceOf(string country) => drawn.Value.Places.TryGetValue(country, out var place) ? new MapPlace(place[0], place[1]) : null;

    private static Drawn Read(IWebHostEnvironment host)
    {
        using var file = host.WebRootFileProvider.GetFileInfo("lib/region.json").CreateReadStream();
        return JsonSerializer.Deserialize<Drawn>(file, JsonSerializerOptions.Web) ?? throw new InvalidDataException("The map has no places.");
    }

    private sealed record Drawn(int Width, int Height, Dictionary<string, int[]> Places);
}
