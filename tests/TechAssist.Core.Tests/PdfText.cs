using System.Diagnostics;

namespace TechAssist.Core.Tests;

/// <summary>The words of a PDF, by <c>pdftotext</c>.</summary>
internal static class PdfText
{
    public static async Task<string> OfAsync(byte[] pdf)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, pdf);
            using var process = Process.Start(new ProcessStartInfo("pdftotext", [path, "-"]) { RedirectStandardOutput = true })!;
            var text = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return text.ReplaceLineEndings(" ").Replace('\u00A0', ' ');
        }
        finally
        {
            File.Delete(path);
        }
    }
}
