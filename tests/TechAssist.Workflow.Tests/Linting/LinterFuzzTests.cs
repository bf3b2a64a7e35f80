using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NUnit.Framework;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Execution;
using TechAssist.Workflow.Linting;

namespace TechAssist.Workflow.Tests.Linting;

/// <summary>No input crashes or hangs the linter or the reader; and what the reader takes, the engine runs to some state. Seeded, so that a failure comes back.</summary>
[CancelAfter(120_000)]
public sealed class LinterFuzzTests
{
    private static readonly string[] _odd =
    [
        "\0", "\u00e9\u6f22", "\ud800", "1e999", "-0", "99999999999999999999999999", "null", "true", "[]", "{}", "\"\"", "\"Done\"", "\"start\"",
        "\"(((((\"", "\"while(true){}\"", "\"Elsa.Flowchart\"", "\"TechAssist.HumanStep\"", "\"Elsa.FlowJoin\"", "\"[1,2\"", "\"getInput('facts').x\"", "-1", "0.5", "\"variables.result='x'\"",
    ];

    [Test]
    public void Bytes_changed_at_random_never_crash([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        var sound = Sound(random);
        for (var round = 0; round < 60; round++)
        {
            var text = new StringBuilder(sound);
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                Mutate(text, random);
            }

            Feed(text.ToString());
        }
    }

    [Test]
    public void Values_changed_at_random_never_crash([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        var sound = Sound(random);
        for (var round = 0; round < 40; round++)
        {
            var file = JsonNode.Parse(sound)!;
            for (var change = random.Next(1, 8); change > 0; change--)
            {
                ReplaceOne(file, random);
            }

            Feed(file.ToJsonString());
        }
    }

    [TestCase('[')]
    [TestCase('{')]
    [TestCase('(')]
    public void A_hundred_thousand_brackets_are_a_fault(char bracket) => Feed(new string(bracket, 100_000));

    [Test]
    public void Brackets_closed_again_are_a_fault() => Feed(new string('[', 100_000) + new string(']', 100_000));

    [Test]
    public void Nested_objects_are_a_fault() => Feed(string.Concat(Enumerable.Repeat("{\"root\":", 100_000)));

    [TestCase("(", ")")]
    [TestCase("[", "]")]
    [TestCase("!", "")]
    [TestCase("a=>", "")]
    [TestCase("`${", "}`")]
    [TestCase("1+", "")]
    [TestCase("x?", ":0")]
    [TestCase("function f(){", "}")]
    public void A_script_nested_a_hundred_thousand_deep_is_a_fault_not_a_crash(string open, string close)
    {
        var script = string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000));
        Feed(WithScript(script));
    }

    [Test]
    public void Nested_flowcharts_are_read_or_refused([Values(2, 10, 50, 500)] int depth)
    {
        var text = new StringBuilder("{\"definitionId\":\"deep\",\"root\":");
        for (var i = 0; i < depth; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{{\"type\":\"Elsa.Flowchart\",\"id\":\"f{i}\",\"activities\":[");
        }

        for (var i = 0; i < depth; i++)
        {
            text.Append("]}");
        }

        Feed(text.Append('}').ToString());
    }

    [Test]
    public void A_flowchart_as_large_as_is_read_is_checked_in_time([Values(500, 501, 50_000)] int activities)
    {
        var nodes = Enumerable.Range(0, activities - 1).Select(i => $"{{\"id\":\"a{i}\",\"type\":\"Elsa.FlowJoin\",\"mode\":\"WaitAllActive\"}}");
        var random = new Random(7);
        var lines = Enumerable.Range(0, 2_000).Select(_ => $"{{\"source\":{{\"activity\":\"a{random.Next(activities)}\",\"port\":\"Done\"}},\"target\":{{\"activity\":\"a{random.Next(activities)}\"}}}}");
        Feed($"{{\"root\":{{\"type\":\"Elsa.Flowchart\",\"id\":\"f\",\"activities\":[{string.Join(',', nodes)}],\"connections\":[{string.Join(',', lines)}]}}}}");
    }

    [TestCase("while(true){}")]
    [TestCase("'x'.repeat(2000000000).length > 1")]
    [TestCase("let a=[];for(;;)a.push('xxxxxxxxxxxxxxxxxxxxxxxx')")]
    [TestCase("(function f(){ return f(); })()")]
    [TestCase("new Array(4294967295).join('x')")]
    [TestCase("/(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')")]
    [TestCase("let s='x';for(let i=0;i<9000;i++)s+=s;s.length")]
    [TestCase("({}).constructor.constructor('return 1')()")]
    [TestCase("throw 1")]
    [TestCase("JSON.parse('['.repeat(100000))")]
    [TestCase("let o={};o.o=o;o")]
    [TestCase("Array.from({length:1e9})")]
    [TestCase("[..._('')]")]
    [TestCase("'a'.padEnd(1e9)")]
    [TestCase("new Proxy({}, { get(){ throw 2; } }).x")]
    [TestCase("Symbol('x')")]
    [TestCase("10n ** 100000n")]
    public void A_script_over_its_limits_is_an_incident_and_nothing_more(string script)
    {
        var definition = WorkflowDefinition.Parse(WithScript(script));

        var burst = WorkflowEngine.Start(definition, new JsonObject { ["facts"] = new JsonObject() });
        burst = WorkflowEngine.Resume(definition, burst.State, "file", ["submit"], new JsonObject { ["facts"] = new JsonObject() });
        burst = WorkflowEngine.Resume(definition, burst.State, "review", ["approve"], new JsonObject { ["facts"] = new JsonObject() });

        Assert.That(burst.IsAccepted);
        Assert.That(WorkflowState.Parse(burst.State.ToJson()).IsRunning);
    }

    private static void Feed(string text)
    {
        var faults = WorkflowLinter.Check("fuzz.json", text);
        WorkflowDefinition definition;
        try
        {
            definition = WorkflowDefinition.Parse(text);
        }
        catch (WorkflowFormatException)
        {
            Assert.That(faults, Is.Not.Empty, "What cannot be read has a fault.");
            return;
        }

        var state = WorkflowEngine.Start(definition, new JsonObject { ["facts"] = new JsonObject() }).State;
        for (var i = 0; i < 6 && state is { IsRunning: true, Bookmarks.Count: > 0 }; i++)
        {
            var bookmark = state.Bookmarks[0];
            var outcomes = definition.FindStep(bookmark.StepId)?.Outcomes.Take(1).ToList();
            state = WorkflowState.Parse(WorkflowEngine.Resume(definition, state, bookmark.Id, outcomes).State.ToJson());
        }
    }

    private static string WithScript(string script)
    {
        var file = SoundFile.Create();
        WorkflowLinterTests.Find(file, "ready")["condition"]!["expression"]!["value"] = script;
        return file.ToJsonString();
    }

    private static string Sound(Random random)
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "workflows"), "*.json").Order(StringComparer.Ordinal).ToArray();
        return random.Next(3) == 0 ? File.ReadAllText(files[random.Next(files.Length)]) : SoundFile.Create().ToJsonString();
    }

    private static void Mutate(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length);
        switch (random.Next(4))
        {
            case 0:
                text[at] = (char)random.Next(0, 256);
                break;
            case 1:
                text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at));
                break;
            case 2:
                text.Insert(at, _odd[random.Next(_odd.Length)]);
                break;
            default:
                text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 200), text.Length - at)));
                break;
        }
    }

    private static void ReplaceOne(JsonNode file, Random random)
    {
        var nodes = new List<JsonNode>();
        var open = new Stack<JsonNode>([file]);
        while (open.TryPop(out var node))
        {
            nodes.Add(node);
            foreach (var child in node switch
            {
                JsonObject o => o.Select(p => p.Value),
                JsonArray a => a,
                _ => [],
            })
            {
                if (child is not null)
                {
                    open.Push(child);
                }
            }
        }

        var target = nodes[random.Next(1, nodes.Count)];
        var other = nodes[random.Next(1, nodes.Count)].DeepClone();
        switch (random.Next(3))
        {
            case 0 when target.Parent is JsonObject holder:
                holder.Remove(target.GetPropertyName());
                break;
            case 1:
                target.ReplaceWith(other);
                break;
            default:
                var odd = _odd[random.Next(_odd.Length)];
                target.ReplaceWith(odd.StartsWith('"') ? odd.Trim('"') : odd);
                break;
        }
    }
}
