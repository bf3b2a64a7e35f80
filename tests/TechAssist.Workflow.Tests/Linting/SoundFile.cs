using System.Text.Json.Nodes;

namespace TechAssist.Workflow.Tests.Linting;

/// <summary>A small definition without a fault, for tests that put one in: a review with a way back, a fork of two evaluations, a message, a wait, a document and an end.</summary>
internal static class SoundFile
{
    public const string Driver = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";

    public static JsonObject Create()
    {
        var file = new JsonObject
        {
            ["definitionId"] = "sound",
            ["version"] = 1,
            ["toolVersion"] = "3.7.2.0",
            ["variables"] = new JsonArray(new JsonObject
            {
                ["id"] = "result",
                ["name"] = "result",
                ["typeName"] = "String",
                ["isArray"] = false,
                ["value"] = "",
                ["storageDriverTypeName"] = Driver,
            }),
            ["inputs"] = new JsonArray(new JsonObject { ["type"] = "Object", ["name"] = "facts" }),
            ["options"] = new JsonObject { ["incidentStrategyType"] = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core" },
            ["root"] = new JsonObject
            {
                ["type"] = "Elsa.Flowchart",
                ["id"] = "flow",
                ["activities"] = new JsonArray(
                    Activity("start", "Elsa.Start"),
                    Step("file", "submit"),
                    Step("review", "approve", "reject"),
                    Decision("ready", "getInput('facts').ready === true"),
                    Activity("fork", "Elsa.FlowFork", ("branches", Json("""["a","b"]"""))),
                    Step("one", "done"),
                    Step("two", "done"),
                    Join("both", "WaitAllActive"),
                    Join("ending", "WaitAny"),
                    Activity("tell", "TechAssist.Notify", ("template", Literal("closed")), ("audience", Json("""["requester"]"""))),
                    Activity("letter", "TechAssist.Produce", ("document", Literal("letter"))),
                    Activity("later", "TechAssist.WaitUntil", ("anchor", Literal("missionEnd")), ("offset", Json("""{"amount":6,"unit":"months"}"""))),
                    SetResult("set", "completed"),
                    Activity("end", "Elsa.End")),
                ["connections"] = new JsonArray(
                    Line("start", "Done", "file"),
                    Line("file", "submit", "review"),
                    Line("review", "reject", "file"),
                    Line("review", "approve", "ready"),
                    Line("ready", "True", "fork"),
                    Line("ready", "False", "ending"),
                    Line("fork", "a", "one"),
                    Line("fork", "b", "two"),
                    Line("one", "done", "both"),
                    Line("two", "done", "both"),
                    Line("both", "Done", "ending"),
                    Line("ending", "Done", "tell"),
                    Line("tell", "Done", "letter"),
                    Line("letter", "Done", "later"),
                    Line("later", "Done", "set"),
                    Line("set", "Done", "end")),
            },
        };
        return file;
    }

    /// <summary>Gives an activity a text input.</summary>
    public static void Put(JsonObject file, string id, string input, string value) =>
        WorkflowLinterTests.Find(file, id)[input] = Literal(value);

    public static JsonObject Activity(string id, string type, params (string Name, JsonObject Value)[] inputs)
    {
        var activity = new JsonObject
        {
            ["id"] = id,
            ["type"] = type,
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 10.0, ["y"] = 20.0 } } },
        };
        foreach (var (name, value) in inputs)
        {
            activity[name] = value;
        }

        return activity;
    }

    public static JsonObject Step(string id, params string[] outcomes) => Activity(
        id,
        "TechAssist.HumanStep",
        ("title", Literal(id)),
        ("audience", Json("""["caseOfficer"]""")),
        ("outcomes", Json(new JsonArray([.. outcomes.Select(o => (JsonNode)o)]).ToJsonString())),
        ("stage", Literal("triage")),
        ("form", Literal("form")),
        ("labelStaffEn", Literal("Review")),
        ("labelStaffFr", Literal("Examiner")),
        ("labelRequesterEn", Literal("Being looked at")),
        ("labelRequesterFr", Literal("En cours d'examen")),
        ("limit", Json("""{"amount":5,"unit":"workingDays"}""")),
        ("reminders", Json("""[{"offset":-1,"unit":"workingDays","from":"due","audience":["caseOfficer"]}]""")),
        ("escalation", Json("""[{"offset":1,"unit":"workingDays","audience":["coordinator"]}]""")));

    public static JsonObject Decision(string id, string script) =>
        Activity(id, "Elsa.FlowDecision", ("condition", Script("Boolean", script)));

    public static JsonObject Join(string id, string mode) => Activity(id, "Elsa.FlowJoin", ("mode", Literal(mode)));

    public static JsonObject SetResult(string id, string value)
    {
        var activity = Activity(id, "Elsa.SetVariable", ("value", Literal(value)));
        activity["variable"] = new JsonObject { ["id"] = "result", ["name"] = "result", ["typeName"] = "String" };
        return activity;
    }

    public static JsonObject Literal(string value) => Input("String", "Literal", value);

    public static JsonObject Json(string value) => Input("Object", "Object", value);

    public static JsonObject Script(string typeName, string source) => Input(typeName, "JavaScript", source);

    public static JsonObject Line(string source, string port, string target) => new()
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    };

    private static JsonObject Input(string typeName, string language, string value) => new()
    {
        ["typeName"] = typeName,
        ["expression"] = new JsonObject { ["type"] = language, ["value"] = value },
    };
}
