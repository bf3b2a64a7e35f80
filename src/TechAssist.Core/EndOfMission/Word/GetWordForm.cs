using System.Globalization;
using TechAssist.Core.Documents;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission.Word;

public sealed record WordFile(string FileName, byte[] Bytes);

/// <summary>The report as a form to work on in Word, for whoever may write it now: with everything that stands there.</summary>
public sealed class GetWordForm(GetReport getReport, ReferenceCatalog reference)
{
    /// <param name="reportId">The report.</param>
    /// <param name="language">Of headings and hints: "fr" or "en"; null for the report's own.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Stops the act.</param>
    /// <exception cref="RuleException"><c>report-not-open</c>: it is with its reviewers, or published.</exception>
    public async Task<WordFile> ExecuteAsync(Guid reportId, string? language, Actor actor, CancellationToken cancellationToken)
    {
        var report = await getReport.ExecuteAsync(reportId, actor, cancellationToken);
        if (report.Status is ReportStatus.Submitted or ReportStatus.Final)
        {
            throw new RuleException("report-not-open");
        }

        actor.Require(report.MayWrite);
        var spoken = Languages.IsOne(language) ? language! : report.Language;
        var input = new WordFormInput(report.Id, report.Revision, spoken) { Head = Head(report, spoken), Objectives = await reference.WordOptionsAsync(spoken, cancellationToken) };
        return new WordFile(Messages.Text("WordForm.File", spoken, report.Reference, report.MissionNumber), ReportInWord.Write(report.Content, input));
    }

    private static string[] Head(ReportView report, string language)
    {
        var words = new DocumentWords(language);
        return
        [
            $"{words["Kind.Report"]}{Messages.Text("WordForm.Colon", language)} {report.Title.In(language)}",
            string.Join(" · ", new[]
            {
                Messages.Text("WordForm.Mission", language, report.Reference, report.MissionNumber.ToString(CultureInfo.InvariantCulture)),
                words.Span(new Period { From = report.StartOn, To = report.EndOn }),
                report.Places,
            }.Where(fact => !string.IsNullOrWhiteSpace(fact))),
            .. report.Team.Count > 0 ? new[] { string.Join(", ", report.Team) } : [],
        ];
    }
}

internal static class WordObjectives
{
    /// <summary>The strategic objectives to choose from, by code.</summary>
    public static async Task<IReadOnlyList<KeyValuePair<string, string>>> WordOptionsAsync(this ReferenceCatalog reference, string language, CancellationToken cancellationToken)
    {
        var data = await reference.GetAsync(cancellationToken);
        return data.CurrentFramework is { } framework
            ? [.. data.ObjectivesOf(framework.Code).Select(objective => KeyValuePair.Create(objective.Code, $"{objective.ShortCode} {objective.Name(language)}"))]
            : [];
    }
}
