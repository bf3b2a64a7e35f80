using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Word;
using TechAssist.Core.Missions;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Reports;

/// <summary>What reading and writing the report of a mission share.</summary>
public abstract class ReportPage(GetReport getReport, GetMission getMission) : CasePage
{
    private static readonly string[] Forms = ["report", "reportReview", "reportComments", "reportFinal"];

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public MissionView Mission { get; private set; } = null!;

    public ReportView? Report { get; private set; }

    public bool MayWrite => Report is { MayWrite: true } && Case.IsRunning;

    /// <summary>The earlier text that is asked for; null for the text as it stands.</summary>
    protected virtual int? ShownVersion => null;

    /// <summary>Where the reader's task allows it to be worked on; else null.</summary>
    public string? TaskHref => SaveState.HrefOf(Task);

    /// <summary>What a field of the report is called; with the number of its row in a list.</summary>
    /// <param name="field">Camel-case path inside the content.</param>
    public string HeadingOf(string field)
    {
        var place = ReportPlace.Of(field);
        var label = ReportPlace.NameOf(field) switch
        {
            "findings.text.fr" or "findings.text.en" or "findings.answer" =>
                Word("Report.5.Objective", Report!.Content.Findings.ElementAtOrDefault(place.Row!.Value - 1)?.Objective ?? place.Row),
            "photos.caption.fr" or "photos.caption.en" => $"{T["Photos.Row", place.Row]}, {T["Photos.Caption"]}",
            "photos.altText" => $"{T["Photos.Row", place.Row]}, {T["Photos.AltText"]}",
            var name when name.StartsWith("photos.", StringComparison.Ordinal) => T["Photos.Row", place.Row],
            _ => null,
        };
        return label ?? $"{ReportInWord.LabelOf(field, Report!.Content, Core.Languages.Current)} {place.Row}".Trim();
    }

    public static string SectionTitle(int number) => $"{number}. {Word($"Report.{number}")}";

    /// <summary>Texts of the report are in its language, whatever the reader's.</summary>
    public string? Lang => Report is null || Report.Language == Core.Languages.Current ? null : Report.Language;

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        Mission = await getMission.OfCaseAsync(Case.Id, Number, Actor, cancellationToken);
        Report = ShownVersion is { } version
            ? await getReport.VersionAsync(Mission.Id, version, Actor, cancellationToken)
            : await getReport.OfMissionAsync(Mission.Id, Actor, cancellationToken);
        await FindTaskAsync(Forms, Mission.Id, cancellationToken);
    }
}
