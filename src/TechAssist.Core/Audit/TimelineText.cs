using System.Globalization;
using TechAssist.Core.Workflows;

namespace TechAssist.Core.Audit;

/// <summary>Says a history line in the reader's language: the text <c>Timeline.kind</c>, or <c>Timeline.kind.value</c> where the
/// sentence depends on a value, with the line's values in its <c>{places}</c>.</summary>
public sealed class TimelineText(WorkflowCatalog workflows)
{
    /// <summary>Values on which a whole sentence depends.</summary>
    private static readonly string[] Deciding = ["result", "stage", "document", "track"];

    /// <summary>Values that are words of the program and have a text of their own.</summary>
    private static readonly string[] Words = ["item", "state", "status", "response", "problem", "filter"];

    /// <param name="forStaff">Steps by the secretariat's labels; otherwise by those the requesting side reads.</param>
    public string Sentence(TimelineEntry entry, string language, bool forStaff) =>
        Sentence(entry.Kind, entry.Values, By(entry, language), StepLabel(entry, language, forStaff), language);

    /// <summary>A line that was read for somebody already knows its step by the label for that reader.</summary>
    public static string Sentence(TimelineRow row, string language) => Sentence(row.Kind, row.Values, row.By, row.Step ?? "", language);

    /// <summary>"A", or "A on behalf of B".</summary>
    public static string By(TimelineEntry entry, string language) => DoneBy.Of(entry.ActorName, entry.Values.GetValueOrDefault(TimelineEntry.OnBehalfOf), language);

    private static string Sentence(string kind, IReadOnlyDictionary<string, string> values, string by, string step, string language)
    {
        var text = Messages.Text(KeyOf(kind, values), language);
        foreach (var place in Places(values, by, step, language))
        {
            text = text.Replace("{" + place.Key + "}", place.Value, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>The step's label; its id where the definition is gone.</summary>
    public string StepLabel(TimelineEntry entry, string language, bool forStaff)
    {
        if (entry.StepId is not { } stepId)
        {
            return "";
        }

        var parts = entry.Values.GetValueOrDefault("definition", "").Split(".v");
        var step = parts is [var key, var version] && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? workflows.Get(key, number).FindStep(stepId)
            : null;
        return step is null ? stepId : forStaff ? step.LabelStaff(language) : step.LabelRequester(language);
    }

    private static string KeyOf(string kind, IReadOnlyDictionary<string, string> values)
    {
        var key = "Timeline." + kind;
        var deciding = Array.Find(Deciding, name => values.ContainsKey(name) && Messages.All.Has($"{key}.{values[name]}"));
        return deciding is null ? key : $"{key}.{values[deciding]}";
    }

    private static Dictionary<string, string> Places(IReadOnlyDictionary<string, string> values, string by, string step, string language)
    {
        var places = values.ToDictionary(value => value.Key, value => Say(value.Key, value.Value, language));
        places["by"] = by;
        places["step"] = step;
        return places;
    }

    private static string Say(string name, string value, string language) => name switch
    {
        "outcome" => string.Join(" + ", value.Split('+').Select(outcome => Named("Outcome." + outcome, outcome, language))),
        "start" or "end" or "until" or "on" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("d MMMM yyyy", Languages.Culture(language))
            : "…",
        _ when name.EndsWith("ours", StringComparison.Ordinal) => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var hours) ? hours.ToString("0.#", Languages.Culture(language)) : value,
        _ when Words.Contains(name) => Named($"Timeline.{name}.{value}", value, language),
        _ => value,
    };

    private static string Named(string key, string value, string language) => Messages.All.Has(key) ? Messages.Text(key, language) : value;
}
