using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TechAssist.Web.Samples;

namespace TechAssist.Web.Simulation;

/// <summary>What the people of one simulated case want to do: a sample, in another country, with other people, at another time.</summary>
public sealed partial class Script(string file, byte[] utf8, int weeks, SampleReader reader)
{
    private byte[] played = utf8;
    private int moved = weeks;

    public Sample Sample { get; private set; } = reader.Parse(file, ShiftedSample.Shift(utf8, weeks));

    public IReadOnlyList<SampleAct> Acts => Sample.File.Acts;

    /// <summary>The sample with the country and the people the seed gives it.</summary>
    public static byte[] Recast(byte[] utf8, Random random, Func<string, string> expertFor)
    {
        var root = (JsonObject)JsonNode.Parse(utf8)!;
        var request = (JsonObject)root["request"]!;
        var from = (string)request["country"]!;
        // A regional request stays where it is: its neighbours belong together.
        var others = request["otherCountries"] is JsonArray { Count: > 0 } ? [from] : Cast.Countries[from];
        var to = others[random.Next(others.Length)];
        request["country"] = to;
        var officer = Cast.Mail(Cast.Officers[random.Next(Cast.Officers.Length)]);
        var experts = new Dictionary<string, string>();
        var text = root.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        text = Officer().Replace(text, officer);
        text = Expert().Replace(text, found => experts.TryGetValue(found.Value, out var known) ? known : experts[found.Value] = expertFor(found.Value));
        text = text.Replace($".{Cast.Lower(from)}@", $".{Cast.Lower(to)}@", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text);
    }

    /// <summary>Everything that is still to come happens some weeks later: the days in its forms too.</summary>
    public void MoveOn(int by)
    {
        moved += by;
        Sample = reader.Parse(file, ShiftedSample.Shift(played, moved));
    }

    [GeneratedRegex(@"officer2?@demo\.techassist\.test")]
    private static partial Regex Officer();

    [GeneratedRegex(@"expert\d@demo\.techassist\.test")]
    private static partial Regex Expert();
}
