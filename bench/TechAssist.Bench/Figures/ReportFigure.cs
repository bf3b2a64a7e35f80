using System.Diagnostics;
using System.Text.RegularExpressions;
using TechAssist.Reports.Pdf;

namespace TechAssist.Bench.Figures;

/// <summary>A report of some 13 pages with 15 tables as PDF, warm: the best round.</summary>
internal sealed record ReportTimeFigure() : Figure("report-tables", "ms", 60)
{
    private const int Rounds = 15;

    public override Measurement Measure()
    {
        var document = ReportSample.OfTables();
        PdfRenderer.Render(document);
        PdfRenderer.Render(document);
        var rounds = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            PdfRenderer.Render(document);
            rounds.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return Measurement.Best(rounds);
    }
}

/// <summary>The size of that file.</summary>
internal sealed record ReportSizeFigure() : Figure("report-tables-size", "KiB", 300)
{
    public override Measurement Measure() => Measurement.Median([PdfRenderer.Render(ReportSample.OfTables()).Length / 1024.0]);
}

/// <summary>A report of some 40 pages with 30 photos of 12 megapixels as PDF: the best round.</summary>
internal sealed record ReportPhotosFigure() : Figure("report-photos", "s", 3)
{
    private const int Rounds = 3;

    public override Measurement Measure()
    {
        var document = ReportSample.OfPhotos();
        PdfRenderer.Render(ReportSample.OfTables());
        var rounds = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            PdfRenderer.Render(document);
            rounds.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
        }

        return Measurement.Best(rounds);
    }
}

/// <summary>The peak of the whole process while it is drawn, the photos as they came included.</summary>
internal sealed partial record ReportMemoryFigure() : Figure("report-photos-memory", "MB", 300)
{
    public override Measurement Measure()
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new FigureSkippedException("The peak is read from /proc.");
        }

        var document = ReportSample.OfPhotos();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        // 5 forgets the peak so far (man 5 proc).
        File.WriteAllText("/proc/self/clear_refs", "5");
        PdfRenderer.Render(document);
        return Measurement.Median([double.Parse(Peak().Match(File.ReadAllText("/proc/self/status")).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) / 1000]);
    }

    [GeneratedRegex(@"VmHWM:\s+(\d+) kB")]
    private static partial Regex Peak();
}
