using TechAssist.Core;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Forms;

/// <summary>The words of a step's form: <c>Form.key.field</c> and its <c>.hint</c>, <c>Outcome.key.outcome</c>,
/// <c>Question.key</c>, <c>Choice.Enum.Value</c>. Mails and documents use them too, so that they stand in the core. What many
/// forms share is written once under <c>Form.any</c>.</summary>
public sealed class StepFormTexts
{
    public string Label(string form, string field) => Say(KeyOf(form, field) ?? $"Form.{form}.{field}");

    public string? Hint(string form, string field) =>
        KeyOf(form, field) is { } key && Messages.All.Has(key + ".hint") ? Say(key + ".hint") : null;

    public string Outcome(string form, string outcome) => Say($"Outcome.{form}.{outcome}");

    /// <summary>What was chosen, said afterwards: "endorsed", where the button said "Endorse the request".</summary>
    public string Given(string form, string outcome) => Messages.All.Has("Outcome." + outcome) ? Say("Outcome." + outcome) : Outcome(form, outcome);

    public string Question(string question) => Say("Question." + question);

    public string Choice(Type values, string value) => Say($"Choice.{values.Name}.{value}");

    public IReadOnlyList<Choice> Choices(Type values) => [.. Enum.GetNames(values).Select(value => new Choice(value, Choice(values, value)))];

    /// <summary>Null where neither the form nor all forms have words for the field.</summary>
    public static string? KeyOf(string form, string field)
    {
        var own = $"Form.{form}.{field}";
        return Messages.All.Has(own) ? own : Messages.All.Has("Form.any." + field) ? "Form.any." + field : null;
    }

    private static string Say(string key) => Messages.Text(key, Languages.Current);
}
