using System.Text.Json.Nodes;
using static TechAssist.Workflow.Tests.Linting.SoundFile;
using static TechAssist.Workflow.Tests.Linting.WorkflowLinterTests;

namespace TechAssist.Workflow.Tests.Linting;

/// <summary>One way to break the sound file.</summary>
internal sealed record LinterBreak(string Code, string Step, string What, Action<JsonObject> Break);

/// <summary>Every rule, broken at least once.</summary>
internal static class LinterBreaks
{
    public static readonly IReadOnlyList<LinterBreak> All =
    [
        new("no-definition-id", "", "no id", f => f.Remove("definitionId")),
        new("no-version", "", "version 0", f => f["version"] = 0),
        new("no-tool-version", "", "no tool version", f => f.Remove("toolVersion")),
        new("no-root", "", "no root", f => f.Remove("root")),
        new("duplicate-id", "two", "id twice", f => Find(f, "one")["id"] = "two"),
        new("no-id", "", "no id", f => Find(f, "one").Remove("id")),
        new("no-type", "one", "no type", f => Find(f, "one").Remove("type")),
        new("unknown-type", "tell", "type", f => Find(f, "tell")["type"] = "Elsa.Nothing"),
        new("test-type", "tell", "test type", f => Find(f, "tell")["type"] = "TechAssist.Auto"),
        new("activity-version", "one", "version 2", f => Find(f, "one")["version"] = 2),
        new("no-position", "one", "no position", f => Find(f, "one").Remove("metadata")),
        new("no-start", "flow", "no start", f => Find(f, "start")["type"] = "Elsa.WriteLine"),
        new("several-starts", "flow", "two starts", f => Add(f, Activity("again", "Elsa.Start"), Line("again", "Done", "ending"))),
        new("no-end", "flow", "no end", f => Find(f, "end")["type"] = "Elsa.WriteLine"),

        new("missing-activity", "flow", "target", f => Connection(f, "set", "Done")["target"]!["activity"] = "nowhere"),
        new("no-port", "set", "no port", f => Connection(f, "set", "Done")["source"]!.AsObject().Remove("port")),
        new("unknown-port", "set", "port", f => Connection(f, "set", "Done")["source"]!["port"] = "Finished"),
        new("port-case", "review", "case", f => Connection(f, "review", "approve")["source"]!["port"] = "APPROVE"),
        new("connection-twice", "set", "twice", f => AddLine(f, Line("set", "Done", "end"))),
        new("after-the-end", "end", "after end", f => AddLine(f, Line("end", "Done", "tell"))),
        new("into-start", "start", "into start", f => Connection(f, "review", "reject")["target"]!["activity"] = "start"),
        new("outcome-not-connected", "review", "outcome", f => Set(f, "review", "outcomes", Json("""["approve","reject","spare"]"""))),
        new("outcome-not-connected", "ready", "decision", f => Remove(f, "ready", "False")),
        new("outcome-not-connected", "fork", "branch", f => Set(f, "fork", "branches", Json("""["a","b","c"]"""))),
        new("no-branches", "fork", "no branches", f => Set(f, "fork", "branches", Json("[]"))),
        new("unreachable", "lost", "unreachable", f => Add(f, Step("lost", "done"), Line("lost", "done", "ending"))),
        new("dead-end", "trap", "dead end", f =>
        {
            Add(f, Step("trap", "again"), Line("trap", "again", "trap"));
            Set(f, "review", "outcomes", Json("""["approve","reject","trap"]"""));
            AddLine(f, Line("review", "trap", "trap"));
        }),

        new("input-without-type", "one", "no typeName", f => Find(f, "one")["form"]!.AsObject().Remove("typeName")),
        new("unknown-expression", "ready", "language", f => Find(f, "ready")["condition"]!["expression"]!["type"] = "Klingon"),
        new("input-shape", "one", "shape", f => Find(f, "one")["form"] = new JsonObject { ["value"] = 1 }),
        new("input-json", "one", "json", f => Find(f, "one")["limit"]!["expression"]!["value"] = "{"),
        new("unknown-variable", "set", "variable", f => Find(f, "set")["variable"]!["id"] = "nothing"),
        new("unknown-variable", "one", "output", f => Find(f, "one")["result"] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "nothing" } }),
        new("unknown-variable", "tell", "expression", f => Find(f, "tell")["template"] = new JsonObject
        {
            ["typeName"] = "String",
            ["expression"] = new JsonObject { ["type"] = "Variable", ["value"] = new JsonObject { ["id"] = "nothing" } },
        }),
        new("unknown-variable", "ready", "accessor", f => SetScript(f, "getNothing() > 1")),
        new("unknown-input", "ready", "input", f => SetScript(f, "getInput('fact').x")),
        new("script-does-not-parse", "ready", "syntax", f => SetScript(f, "getInput('facts'. === ")),
        new("script-empty", "ready", "empty", f => SetScript(f, " ")),
        new("script-impure", "ready", "clock", f => SetScript(f, "new Date() > 1")),
        new("script-impure", "ready", "chance", f => SetScript(f, "Math.random() > 0.5")),
        new("output-of-another-step", "ready", "output", f => SetScript(f, "getResultFromreview() === 1")),
        new("output-of-another-step", "ready", "output", f => SetScript(f, "getOutputFrom('review', 'result') === 1")),
        new("no-condition", "ready", "no condition", f => Find(f, "ready").Remove("condition")),
        new("join-without-mode", "both", "no mode", f => Find(f, "both").Remove("mode")),
        new("join-mode", "both", "mode", f => Set(f, "both", "mode", Literal("WaitSome"))),
        new("no-value", "set", "no value", f => Find(f, "set").Remove("value")),
        new("no-time-span", "tell", "delay", f => Find(f, "tell")["type"] = "Elsa.Delay"),
        new("no-cases", "tell", "switch", f => Find(f, "tell")["type"] = "Elsa.FlowSwitch"),

        new("variable-not-kept", "", "no driver", f => Variable(f).Remove("storageDriverTypeName")),
        new("variable-type", "", "type", f => Variable(f)["typeName"] = "Strnig"),
        new("variable-value", "", "value", f => (Variable(f)["typeName"], Variable(f)["value"]) = ("Int32", "many")),
        new("variable-unnamed", "", "no id", f => Variable(f).Remove("id")),
        new("variable-twice", "", "twice", f => f["variables"]!.AsArray().Add(Variable(f).DeepClone())),
        new("input-type", "", "type", f => f["inputs"]![0]!["type"] = "Objekt"),
        new("input-not-kept", "", "driver", f => f["inputs"]![0]!["storageDriverType"] = "Elsa.Workflows.MemoryStorageDriver, Elsa.Workflows.Core"),

        new("no-audience", "one", "nobody", f => Find(f, "one").Remove("audience")),
        new("unknown-audience", "one", "audience", f => Set(f, "one", "audience", Json("""["everybody"]"""))),
        new("no-outcomes", "one", "no outcomes", f => Find(f, "one").Remove("outcomes")),
        new("outcome-twice", "one", "twice", f => Set(f, "one", "outcomes", Json("""["done","done"]"""))),
        new("no-stage", "one", "no stage", f => Find(f, "one").Remove("stage")),
        new("unknown-stage", "one", "stage", f => Set(f, "one", "stage", Literal("later"))),
        new("no-form", "one", "no form", f => Find(f, "one").Remove("form")),
        new("no-title", "one", "no title", f => Find(f, "one").Remove("title")),
        new("no-limit", "one", "no limit", f => Find(f, "one").Remove("limit")),
        new("no-limit", "one", "zero", f => Set(f, "one", "limit", Json("""{"amount":0,"unit":"days"}"""))),
        new("unknown-unit", "one", "unit", f => Set(f, "one", "limit", Json("""{"amount":1,"unit":"weeks"}"""))),
        new("no-label", "one", "English", f => Find(f, "one").Remove("labelStaffEn")),
        new("no-label", "one", "French", f => Set(f, "one", "labelRequesterFr", Literal(" "))),
        new("unknown-calendar", "one", "calendar", f => Set(f, "one", "calendar", Literal("moon"))),
        new("unknown-complete", "one", "complete", f => Set(f, "one", "complete", Literal("count:0"))),
        new("silence-without-outcome", "one", "silence", f => Set(f, "one", "complete", Literal("silence"))),
        new("unknown-auto-outcome", "one", "auto", f => Set(f, "one", "autoOutcome", Literal("lapse"))),
        new("unknown-unit", "one", "reminder", f => Set(f, "one", "reminders", Json("""[{"offset":1,"unit":"years","audience":["expert"]}]"""))),
        new("unknown-origin", "one", "reminder", f => Set(f, "one", "reminders", Json("""[{"offset":1,"unit":"days","from":"noon","audience":["expert"]}]"""))),
        new("escalation-to-holder", "one", "escalation", f => Set(f, "one", "escalation", Json("""[{"offset":1,"unit":"days","audience":["coordinator"]},{"offset":2,"unit":"days","audience":["caseOfficer"]}]"""))),
        new("offset", "one", "escalation", f => Set(f, "one", "escalation", Json("""[{"unit":"days","audience":["expert"]}]"""))),
        new("no-template", "tell", "template", f => Find(f, "tell").Remove("template")),
        new("no-audience", "tell", "nobody", f => Find(f, "tell").Remove("audience")),
        new("no-document", "letter", "document", f => Find(f, "letter").Remove("document")),
        new("no-date", "later", "date", f => Find(f, "later").Remove("anchor")),
        new("no-offset", "later", "offset", f => Find(f, "later").Remove("offset")),
        .. LinterFlowBreaks.All,
    ];

    internal static void Add(JsonObject file, JsonObject activity, params JsonObject[] lines)
    {
        file["root"]!["activities"]!.AsArray().Add((JsonNode)activity);
        foreach (var line in lines)
        {
            AddLine(file, line);
        }
    }

    internal static void AddLine(JsonObject file, JsonObject line) => file["root"]!["connections"]!.AsArray().Add((JsonNode)line);

    internal static void Remove(JsonObject file, string source, string port) =>
        file["root"]!["connections"]!.AsArray().Remove(Connection(file, source, port));

    internal static void Set(JsonObject file, string id, string input, JsonObject value) => Find(file, id)[input] = value;

    private static void SetScript(JsonObject file, string source) => Find(file, "ready")["condition"]!["expression"]!["value"] = source;

    private static JsonObject Variable(JsonObject file) => file["variables"]![0]!.AsObject();
}
