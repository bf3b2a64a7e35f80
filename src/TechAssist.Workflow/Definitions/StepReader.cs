using System.Text.Json;

namespace TechAssist.Workflow.Definitions;

/// <summary>Reads the typed view of our own activity types. Never throws: what does not fit reads as absent, and the linter names it.</summary>
internal static class StepReader
{
    public static HumanStep HumanStep(Activity activity)
    {
        var inputs = activity.Inputs;
        return new HumanStep(
            activity.Id,
            Text(inputs, "title"),
            Texts(inputs, "audience"),
            Texts(inputs, "outcomes"),
            Text(inputs, "stage"),
            Text(inputs, "form"),
            Text(inputs, "labelStaffEn"),
            Text(inputs, "labelStaffFr"),
            Text(inputs, "labelRequesterEn"),
            Text(inputs, "labelRequesterFr"),
            Limit(Json(inputs, "limit")),
            TextOr(inputs, "calendar", "secretariat"),
            inputs.TryGet("pausesClock", out var pauses) && pauses.Value.AsBool(),
            [.. Json(inputs, "reminders").Items().Select(Reminder).OfType<StepReminder>()],
            [.. Json(inputs, "escalation").Items().Select(Escalation).OfType<StepEscalation>()],
            TextOr(inputs, "autoOutcome", "") is { Length: > 0 } outcome ? outcome : null,
            TextOr(inputs, "complete", "first"))
        {
            Assignee = Text(inputs, "assignee"),
        };
    }

    public static NotifyStep Notify(Activity activity) =>
        new(activity.Id, Text(activity.Inputs, "template"), Texts(activity.Inputs, "audience"));

    public static WaitUntilStep WaitUntil(Activity activity) => new(
        activity.Id,
        NullIfEmpty(Text(activity.Inputs, "date")),
        NullIfEmpty(TextOr(activity.Inputs, "anchor", Text(activity.Inputs, "from"))),
        Limit(Json(activity.Inputs, "offset")));

    public static ProduceStep Produce(Activity activity) => new(activity.Id, Text(activity.Inputs, "document"));

    /// <summary>A list of texts written as an array or as JSON text of one.</summary>
    public static IReadOnlyList<string> Texts(ActivityInputs inputs, string name) =>
        [.. Json(inputs, name).Items().Select(JsonReading.AsText).OfType<string>()];

    /// <summary>The JSON value of a literal or object input; strings that hold JSON text are parsed.</summary>
    public static JsonElement Json(ActivityInputs inputs, string name)
    {
        if (!inputs.TryGet(name, out var expression) || expression.Kind is not (ExpressionKind.Literal or ExpressionKind.Json))
        {
            return default;
        }

        if (expression.Value.ValueKind != JsonValueKind.String)
        {
            return expression.Value;
        }

        try
        {
            using var document = JsonDocument.Parse(expression.Text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static StepLimit? Limit(JsonElement element) =>
        element.Member("amount").AsInt() is { } amount && element.TextOf("unit") is { } unit ? new StepLimit(amount, unit) : null;

    private static StepReminder? Reminder(JsonElement element) =>
        element.Member("offset").AsInt() is { } offset && element.TextOf("unit") is { } unit
            ? new StepReminder(offset, unit, element.TextOf("from") ?? "due", Audience(element), element.TextOf("template"), element.TextOf("channel"))
            : null;

    private static StepEscalation? Escalation(JsonElement element) =>
        element.Member("offset").AsInt() is { } offset && element.TextOf("unit") is { } unit
            ? new StepEscalation(offset, unit, Audience(element), element.TextOf("template"), element.Member("reassign").ValueKind == JsonValueKind.True)
            : null;

    private static IReadOnlyList<string> Audience(JsonElement element) =>
        [.. element.Member("audience").Items().Select(JsonReading.AsText).OfType<string>()];

    private static string Text(ActivityInputs inputs, string name) => TextOr(inputs, name, "");

    private static string TextOr(ActivityInputs inputs, string name, string absent) =>
        inputs.TryGet(name, out var expression) && expression is { Kind: ExpressionKind.Literal, Value.ValueKind: JsonValueKind.String }
            ? expression.Text
            : absent;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
