using TechAssist.Core;

namespace TechAssist.Web.Samples;

/// <summary>Prints a case's history as a table: when, who, what, why.</summary>
public static class TimelineTable
{
    private static readonly int[] Widths = [22, 26, 62, 50];

    public static void Print(ShownCase shown, TextWriter writer)
    {
        var isFrench = shown.Language == "fr";
        writer.WriteLine($"{shown.Reference}  {shown.Title}");
        writer.WriteLine();
        PrintRow(writer, isFrench ? ["Quand", "Qui", "Quoi", "Pourquoi"] : ["When", "Who", "What", "Why"]);
        PrintRow(writer, [$"({shown.Zone.Id})", "", "", ""]);
        writer.WriteLine(string.Join("  ", Widths.Select(width => new string('-', width))));
        var culture = Languages.Culture(shown.Language);
        foreach (var line in shown.Lines)
        {
            var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(line.At, DateTimeKind.Utc), shown.Zone);
            PrintRow(writer, [local.ToString("ddd dd/MM/yyyy HH:mm", culture), line.Who, line.What, line.Why ?? ""]);
        }

        writer.WriteLine();
    }

    private static void PrintRow(TextWriter writer, IReadOnlyList<string> cells)
    {
        var wrapped = cells.Select((cell, column) => Wrap(cell, Widths[column])).ToList();
        for (var row = 0; row < wrapped.Max(lines => lines.Count); row++)
        {
            writer.WriteLine(string.Join("  ", wrapped.Select((lines, column) => (row < lines.Count ? lines[row] : "").PadRight(Widths[column]))).TrimEnd());
        }
    }

    private static List<string> Wrap(string text, int width)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            var line = lines[^1];
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        return lines;
    }
}
