using System.Text;
using TechAssist.Reports.Docx;
using TechAssist.Reports.Html;
using TechAssist.Reports.Pdf;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Documents;

/// <summary>A document as a file to hand out.</summary>
public sealed record DocumentFile(string FileName, string ContentType, byte[] Bytes)
{
    public static readonly IReadOnlyList<string> Formats = ["pdf", "docx", "html"];

    /// <param name="paper">The document.</param>
    /// <param name="name">What it is, in its language: "Lettre de décision".</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    public static DocumentFile Of(Paper paper, string name, string format) => format switch
    {
        "pdf" => new DocumentFile(NameOf(paper, name, format), "application/pdf", PdfRenderer.Render(paper)),
        "docx" => new DocumentFile(NameOf(paper, name, format), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", DocxRenderer.Render(paper)),
        "html" => new DocumentFile(NameOf(paper, name, format), "text/html; charset=utf-8", Encoding.UTF8.GetBytes(HtmlRenderer.Render(paper))),
        _ => throw new InvalidInputException("format", "not-a-choice"),
    };

    /// <summary>"TA-2031-SN-0001 – Lettre de décision.pdf".</summary>
    private static string NameOf(Paper paper, string name, string format) => $"{paper.Reference} – {name}.{format}";
}
