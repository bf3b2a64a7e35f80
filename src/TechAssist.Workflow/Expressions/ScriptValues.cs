using System.Text.Json.Nodes;
using Jint;
using Jint.Native;
using Jint.Native.Json;

namespace TechAssist.Workflow.Expressions;

/// <summary>Between the values of scripts and JSON.</summary>
internal static class ScriptValues
{
    public static JsValue ToScript(Engine engine, JsonNode? node) =>
        node is null ? JsValue.Null : new JsonParser(engine).Parse(node.ToJsonString());

    /// <summary>Undefined, null and what is not a number become null; whole numbers stay whole.</summary>
    public static JsonNode? ToNode(Engine engine, JsValue value)
    {
        if (value.IsUndefined() || value.IsNull())
        {
            return null;
        }

        if (value.IsBoolean())
        {
            return JsonValue.Create(value.AsBoolean());
        }

        if (value.IsString())
        {
            return JsonValue.Create(value.AsString());
        }

        if (value.IsNumber())
        {
            return ToNumber(value.AsNumber());
        }

        var json = new JsonSerializer(engine).Serialize(value, JsValue.Undefined, JsValue.Undefined);
        return json.IsString() ? JsonNode.Parse(json.AsString()) : null;
    }

    private static JsonValue? ToNumber(double number)
    {
        if (!double.IsFinite(number))
        {
            return null;
        }

        return Math.Abs(number) < 1e15 && Math.Floor(number) == number
            ? JsonValue.Create((long)number)
            : JsonValue.Create(number);
    }
}
