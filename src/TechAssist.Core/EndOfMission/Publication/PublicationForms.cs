using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission.Translating;
using TechAssist.Core.Experts;
using TechAssist.Core.Missions;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;

namespace TechAssist.Core.EndOfMission.Publication;

/// <summary>A form of a step about the public version of the report of the step's mission.</summary>
public abstract record PublicationStepForm : StepForm
{
    protected static async Task<PublicVersion> VersionAsync(StepWork work, CancellationToken cancellationToken) =>
        await work.Db.PublicVersions.Include(version => version.Report.Mission)
            .SingleOrDefaultAsync(version => version.Report.MissionId == work.Step.MissionId, cancellationToken)
        ?? throw new NotFoundException("The public version");

    protected static async Task SayAsync(StepAnswer answer, string kind, PublicVersion version, string? reason, CancellationToken cancellationToken) =>
        await answer.SayAsync(MissionLine.Of(kind, version.Report.Mission, reason), cancellationToken);
}

/// <summary>The officer proposes a public version, or decides not to publish the report.</summary>
public sealed record PublicationForm : PublicationStepForm
{
    protected override IReadOnlyList<string> OutcomesWithReason => ["notPublish"];

    public override async ValueTask OpenedAsync(StepOpening opening, CancellationToken cancellationToken)
    {
        var report = await opening.Db.Reports.SingleAsync(report => report.MissionId == opening.Step.MissionId, cancellationToken);
        var version = await opening.Db.PublicVersions.SingleOrDefaultAsync(version => version.ReportId == report.Id, cancellationToken);
        if (version is null)
        {
            opening.Db.PublicVersions.Add(PublicVersion.Of(report, opening.Now));
            return;
        }

        version.Prepare();
    }

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        if (answer.Outcome == "propose")
        {
            await CheckWorkAsync(answer, errors, cancellationToken);
        }
    }

    public override async ValueTask CheckWorkAsync(StepWork work, List<FieldError> errors, CancellationToken cancellationToken)
    {
        if (work.Request.Confidentiality == Confidentiality.Restricted)
        {
            errors.Add(new FieldError("publication", "publication-restricted"));
            return;
        }

        var version = await VersionAsync(work, cancellationToken);
        if (PublicText.Of(version.Report.Content, version.Restrictions).Summary.IsEmpty)
        {
            errors.Add(new FieldError("publication", "publication-without-summary"));
        }
    }

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        var version = await VersionAsync(answer, cancellationToken);
        if (answer.Outcome == "propose")
        {
            version.Propose(await answer.Db.TranslationsOfAsync(version.Report, version.Report.OtherLanguage, cancellationToken));
            await SayAsync(answer, "publication-proposed", version, Comment, cancellationToken);
            return;
        }

        version.Decide(PublicationStatus.NotPublished, Comment!.Trim(), answer.By.Name, answer.Now);
        await SayAsync(answer, "publication-declined", version, Comment, cancellationToken);
    }
}

/// <summary>The beneficiary approves what will be published, or asks for changes. Silence publishes nothing.</summary>
public sealed record PublicationApprovalForm : PublicationStepForm
{
    protected override IReadOnlyList<string> OutcomesWithReason => ["changes"];

    [JsonIgnore]
    public override IReadOnlyList<string> OutcomesOfTheSystem => ["notPublished"];

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        var version = await VersionAsync(answer, cancellationToken);
        if (answer.Outcome == "changes")
        {
            version.Decide(PublicationStatus.Preparing, Comment!.Trim(), answer.By.Name, answer.Now);
            await SayAsync(answer, "publication-changes-asked", version, Comment, cancellationToken);
            return;
        }

        version.Publish(PublicText.Of(version.Report.Content, version.Restrictions), answer.By, answer.Now);
        await SayAsync(answer, "report-made-public", version, null, cancellationToken);
    }

    public override async ValueTask TimeIsUpAsync(StepTimeUp step, CancellationToken cancellationToken)
    {
        var version = await step.Db.PublicVersions.SingleAsync(version => version.Report.MissionId == step.Step.MissionId, cancellationToken);
        version.Decide(PublicationStatus.NotPublished, null, null, step.Now);
    }
}
