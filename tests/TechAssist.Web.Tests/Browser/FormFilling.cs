using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TechAssist.Web.Tests.Browser;

/// <summary>Fills in the form that is shown as a person would, field by field, from the JSON the API takes. Fields the JSON does
/// not have stay as they are; what the JSON has besides belongs to other pages.</summary>
internal static partial class FormFilling
{
    private const string Prefix = "Input.";

    // The label lies over its box, so that the whole line can be clicked; a click at the box meets the label.
    private static readonly LocatorCheckOptions Covered = new() { Force = true };

    private static readonly LocatorSetCheckedOptions Toggled = new() { Force = true };

    private sealed record Control(string Name, string Tag, string Type, string Value);

    public static async Task FillAsync(this Desk desk, JsonObject values, string form = "main form[method=post]")
    {
        // Read back from text, so that an id is text as it is on the page.
        values = (JsonObject)JsonNode.Parse(values.ToJsonString())!;
        await AddRowsAsync(desk, values, form);
        // Rare questions are folded away; a person opens them.
        for (var closed = desk.Page.Locator($"{form} details:not([open]) > summary"); await closed.CountAsync() > 0;)
        {
            await closed.First.ClickAsync();
        }

        var controls = await ControlsAsync(desk.Page, form);
        foreach (var hidden in controls.Where(control => control.Type == "hidden"))
        {
            Match(values, hidden);
        }

        foreach (var control in controls.Where(control => control.Type != "hidden"))
        {
            if (Find(values, control.Name) is { } value)
            {
                await SetAsync(desk.Page.Locator($"{form} [name='{control.Name}']"), control, value);
            }
        }
    }

    private static async Task SetAsync(ILocator found, Control control, JsonNode value)
    {
        switch (control.Type)
        {
            case "radio":
                if (Same(control.Value, value))
                {
                    await found.And(found.Page.Locator($"[value='{control.Value}']")).CheckAsync(Covered);
                }

                break;
            case "checkbox":
                var one = found.And(found.Page.Locator($"[value='{control.Value}']"));
                await one.SetCheckedAsync(value is JsonArray many ? many.Any(item => Same(control.Value, item!)) : value.GetValue<bool>(), Toggled);
                break;
            case "select-one":
                var options = await found.Locator("option").EvaluateAllAsync<string[]>("all => all.map(one => one.value)");
                await found.SelectOptionAsync(options.FirstOrDefault(option => Same(option, value)) ?? throw new InvalidOperationException($"{control.Name} does not offer {value}."));
                break;
            default:
                await found.FillAsync(value.ToString());
                break;
        }
    }

    /// <summary>Presses "add" until every list has as many rows as it shall have.</summary>
    private static async Task AddRowsAsync(Desk desk, JsonObject values, string form)
    {
        while (await MissingRowAsync(desk.Page, values, form) is { } button)
        {
            await desk.PressAsync(button);
        }
    }

    private static async Task<ILocator?> MissingRowAsync(IPage page, JsonObject values, string form)
    {
        foreach (var button in await page.Locator($"{form} button[name=row][value^='add:']").AllAsync())
        {
            var list = (await button.GetAttributeAsync("value"))!["add:".Length..];
            var rows = await page.Locator($"{form} button[name=row][value^='remove:{list}[']").CountAsync();
            if (Find(values, list) is JsonArray wanted && wanted.Count > rows)
            {
                return button;
            }
        }

        return null;
    }

    private static async Task<IReadOnlyList<Control>> ControlsAsync(IPage page, string form)
    {
        List<Control> controls = [];
        foreach (var found in await page.Locator($"{form} [name^='{Prefix}']").AllAsync())
        {
            var parts = await found.EvaluateAsync<string[]>("one => [one.name, one.tagName, one.type, one.value]");
            controls.Add(new Control(parts[0], parts[1], parts[2], parts[3]));
        }

        return controls;
    }

    /// <summary>Rows that name themselves in a hidden field (a question, a recommendation) stand in the order of the page.</summary>
    private static void Match(JsonObject values, Control hidden)
    {
        if (NamedRow().Match(hidden.Name) is not { Success: true } match || Find(values, match.Groups["list"].Value) is not JsonArray rows)
        {
            return;
        }

        var (at, key) = (int.Parse(match.Groups["at"].Value, CultureInfo.InvariantCulture), match.Groups["key"].Value);
        var from = rows.ToList().FindIndex(row => row is JsonObject named && named.ContainsKey(key) && Same(hidden.Value, named[key]!));
        while (rows.Count <= Math.Max(at, from))
        {
            rows.Add(new JsonObject());
        }

        if (from >= 0 && from != at)
        {
            var (left, right) = (rows[at]!.DeepClone(), rows[from]!.DeepClone());
            (rows[at], rows[from]) = (right, left);
        }
        else if (from < 0 && at < rows.Count && rows[at] is JsonObject { Count: > 0 } other && other.ContainsKey(key))
        {
            rows.Add(other.DeepClone());
            rows[at] = new JsonObject();
        }
    }

    private static JsonNode? Find(JsonNode values, string name)
    {
        var node = (JsonNode?)values;
        foreach (var part in name[Prefix.Length..].Replace("]", "", StringComparison.Ordinal).Split('.', '['))
        {
            node = node switch
            {
                JsonArray items when int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var at) => at < items.Count ? items[at] : null,
                JsonObject fields => fields.FirstOrDefault(field => field.Key.Equals(part, StringComparison.OrdinalIgnoreCase)).Value,
                _ => null,
            };
        }

        return node;
    }

    private static bool Same(string shown, JsonNode value) => shown.Equals(value.ToString(), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(?<list>Input\..+)\[(?<at>\d+)\]\.(?<key>question|recommendationId)$", RegexOptions.IgnoreCase)]
    private static partial Regex NamedRow();
}
