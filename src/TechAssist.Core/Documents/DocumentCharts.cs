using TechAssist.Reports;

namespace TechAssist.Core.Documents;

/// <summary>Makes charts whose alternative text says all of their figures.</summary>
internal static class DocumentCharts
{
    public static Chart Of(string caption, IReadOnlyList<string> categories, IReadOnlyList<ChartSeries> series, DocumentWords words)
    {
        var rows = categories.Select((category, at) => words.Text("Chart.Row", category, string.Join(", ", series.Select(one => Value(one, at, series.Count, words)))));
        return new Chart(caption, words.Text("Chart.Alt", caption, string.Join(" ; ", rows)), categories, series);
    }

    private static string Value(ChartSeries series, int at, int count, DocumentWords words)
    {
        var value = series.Values[at] is { } known ? known.ToString("#,0.##", words.Culture) : "–";
        return count == 1 ? value : $"{series.Name} {value}";
    }
}
