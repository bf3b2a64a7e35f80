using System.IO.Compression;
using System.Text.Json.Nodes;
using NUnit.Framework;
using TechAssist.Workflow.Conformance;

namespace TechAssist.Workflow.Tests.Conformance;

/// <summary>Our traces against those of the real Elsa 3.7.2 engine: 52 cases written by hand, 400 random ones.</summary>
public sealed class ConformanceTests
{
    // A trace entry's action is for reading only; vars is a note of one case.
    private static readonly string[] _notCompared = ["action", "vars"];

    [TestCaseSource(nameof(HandCases))]
    public void A_case_written_by_hand_gives_the_trace_of_the_real_engine(string line) => AssertSameTrace(line);

    [TestCaseSource(nameof(RandomCases))]
    public void A_random_case_gives_the_trace_of_the_real_engine(string line) => AssertSameTrace(line);

    [Test]
    public void All_452_cases_are_there() => Assert.That(Hand().Count() + Random().Count(), Is.EqualTo(452));

    [Test]
    public void Playing_a_case_twice_gives_the_same_text()
    {
        foreach (var line in Hand())
        {
            var first = ConformanceTrace.Play(line);
            Assert.That(ConformanceTrace.Play(line), Is.EqualTo(first));
        }
    }

    private static void AssertSameTrace(string line)
    {
        var expected = Comparable(JsonNode.Parse(line)!["trace"]!.AsArray());
        var actual = Comparable(JsonNode.Parse(ConformanceTrace.Play(line))!["trace"]!.AsArray());
        Assert.That(actual, Is.EqualTo(expected).AsCollection);
    }

    private static List<string> Comparable(JsonArray trace) => [.. trace.Select(entry => Comparable(entry!.AsObject()))];

    private static string Comparable(JsonObject entry)
    {
        var compared = new JsonObject();
        foreach (var (name, value) in entry.Where(p => !_notCompared.Contains(p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            // A few of the recorded traces kept the workflow's own events, which the format leaves out.
            compared[name] = name == "events"
                ? new JsonArray([.. value!.AsArray().Where(e => !e!.GetValue<string>().EndsWith("Workflow1", StringComparison.Ordinal)).Select(e => e!.DeepClone())])
                : value?.DeepClone();
        }

        return compared.ToJsonString();
    }

    private static IEnumerable<TestCaseData> HandCases() => Hand().Select(Named);

    private static IEnumerable<TestCaseData> RandomCases() => Random().Select(Named);

    private static TestCaseData Named(string line)
    {
        var conformance = JsonNode.Parse(line)!;
        return new TestCaseData(line).SetArgDisplayNames(conformance["id"]!.GetValue<string>(), conformance["name"]!.GetValue<string>());
    }

    internal static IEnumerable<string> Hand() => File.ReadLines(Data("hand.jsonl"));

    internal static IEnumerable<string> Random()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Data("random.jsonl.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static string Data(string name) => Path.Combine(TestContext.CurrentContext.TestDirectory, "Conformance", name);
}
