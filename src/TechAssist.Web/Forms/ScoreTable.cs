using System.Globalization;
using TechAssist.Core;
using TechAssist.Core.Requests.Forms;
using TechAssist.Core.Work.Tasks;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Forms;

/// <summary>Both scorers' judgements side by side.</summary>
public static class ScoreTable
{
    public sealed record Row(string Label, IReadOnlyList<string> Values);

    public static int? Score(ScoresForm form, string criterion) => (int?)Property(criterion).GetValue(form);

    public static IEnumerable<Row> Estimates(IReadOnlyList<GivenScores> scores, Texts texts, StepFormTexts words)
    {
        var culture = Languages.Culture(Languages.Current);
        yield return new Row(words.Label("scores", "expertDays"), [.. scores.Select(given => given.Form.ExpertDays?.ToString(culture) ?? "–")]);
        yield return new Row(words.Label("scores", "trips"), [.. scores.Select(given => given.Form.Trips?.ToString(culture) ?? "–")]);
        yield return new Row(words.Label("scores", "cost"), [.. scores.Select(given => given.Form.Cost is { } cost ? texts["Task.Euro", cost] : "–")]);
    }

    private static System.Reflection.PropertyInfo Property(string criterion) =>
        typeof(ScoresForm).GetProperty(char.ToUpper(criterion[0], CultureInfo.InvariantCulture) + criterion[1..])
        ?? throw new InvalidOperationException($"The scores have no criterion '{criterion}'.");
}
