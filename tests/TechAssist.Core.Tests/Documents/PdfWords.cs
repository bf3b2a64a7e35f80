using TechAssist.Core.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace TechAssist.Core.Tests.Documents;

internal static class PdfWords
{
    /// <summary>All words of a PDF with one space between them. The file is left beside the test results, to be looked at.</summary>
    public static string Of(DocumentFile file)
    {
        var folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "documents");
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, $"{TestContext.CurrentContext.Test.MethodName} {file.FileName}"), file.Bytes);
        using var pdf = PdfDocument.Open(file.Bytes);
        var text = string.Join(' ', pdf.GetPages().Select(page => ContentOrderTextExtractor.GetText(page)));
        return string.Join(' ', text.Replace('\u00A0', ' ').Replace('\u202F', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
