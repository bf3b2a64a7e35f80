using System.Globalization;
using System.Resources;

namespace TechAssist.Workflow.Drawing;

/// <summary>The words of a drawing, in the language it is made in.</summary>
internal sealed class DiagramText(string language)
{
    private static readonly ResourceManager _texts = new("TechAssist.Workflow.Drawing.DiagramText", typeof(DiagramText).Assembly);

    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en");

    /// <summary>The language as two letters.</summary>
    public string Code => _culture.Name;

    public string this[string name] => _texts.GetString(name, _culture) ?? name;

    public string Format(string name, params object[] values) => string.Format(_culture, this[name], values);

    /// <summary>The name of a stage, a result or a unit; the key itself when it has none.</summary>
    public string Known(string kind, string key) => _texts.GetString($"{kind}.{key}", _culture) ?? key;
}
