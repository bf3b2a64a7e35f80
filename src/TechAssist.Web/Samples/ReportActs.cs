using System.Text.Json.Nodes;
using TechAssist.Core;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Publication;
using TechAssist.Core.EndOfMission.Translating;

namespace TechAssist.Web.Samples;

internal sealed record SaveReportNamed(ReportContent Content, string? Language = null);

internal sealed record ResolveNamed(int Section, string? Answer = null);

/// <param name="Texts">Translations, by the place of the text in the report.</param>
internal sealed record TranslateNamed(IReadOnlyDictionary<string, string> Texts);

internal sealed record RespondNamed(Guid RecommendationId, BeneficiaryResponse Response, string? Comment = null);

internal sealed record ProgressNamed(Guid RecommendationId, string Text, RecommendationStatus? Status = null, string? Evidence = null);

/// <summary>Acts on the end-of-mission report and on its recommendations.</summary>
internal static class ReportActs
{
    public static readonly Dictionary<string, NamedAct> All = new()
    {
        ["saveReport"] = NamedAct.Of<SaveReportNamed>(SaveAsync),
        ["commentOnReport"] = NamedAct.Of<CommentOnReportInput>(CommentAsync),
        ["resolveComment"] = NamedAct.Of<ResolveNamed>(ResolveAsync),
        ["translateReport"] = NamedAct.Of<TranslateNamed>(TranslateAsync),
        ["leaveOut"] = NamedAct.Of<LeaveOutInput>(LeaveOutAsync),
        ["respondToRecommendation"] = NamedAct.Of<RespondNamed>(RespondAsync),
        ["noteProgress"] = NamedAct.Of<ProgressNamed>(NoteAsync),
    };

    /// <summary>Begins the report where there is none, and replaces the sections the sample gives.</summary>
    private static async Task SaveAsync(ActCall call, SaveReportNamed input)
    {
        var mission = await call.Case.FindMissionAsync(call.Mission, call.By.PersonId, call.CancellationToken);
        var reportId = await call.Get<StartReport>().ExecuteAsync(mission.Id, input.Language, call.By, call.CancellationToken);
        var report = await call.Case.GetReportAsync(reportId, call.CancellationToken);
        var content = call.Over(report.Content, call.Input["content"] as JsonObject);
        await call.Get<SaveReport>().ExecuteAsync(
            reportId, new SaveReportInput(content, input.Language ?? report.Language, report.Revision), call.By, call.CancellationToken);
    }

    private static async Task CommentAsync(ActCall call, CommentOnReportInput input)
    {
        var report = await FindReportAsync(call);
        await call.Get<CommentOnReport>().ExecuteAsync(report.Id, input, call.By, call.CancellationToken);
    }

    /// <summary>Every open remark on the section.</summary>
    private static async Task ResolveAsync(ActCall call, ResolveNamed input)
    {
        var report = await FindReportAsync(call);
        var open = report.Comments.FindAll(comment => comment.Section == input.Section && comment.Status == CommentStatus.Open);
        if (open.Count == 0)
        {
            throw new NotFoundException($"An open comment on section {input.Section}");
        }

        foreach (var comment in open)
        {
            await call.Get<ResolveComment>().ExecuteAsync(report.Id, comment.Id, new ResolveCommentInput { Answer = input.Answer }, call.By, call.CancellationToken);
        }
    }

    private static async Task TranslateAsync(ActCall call, TranslateNamed input)
    {
        var report = await FindReportAsync(call);
        var view = await call.Get<GetTranslation>().ExecuteAsync(report.Id, call.By, call.CancellationToken);
        var texts = input.Texts.Select(text => (view.Places.FirstOrDefault(place => place.Field == text.Key) ?? throw new NotFoundException($"A text to be translated at {text.Key}"), text.Value));
        await call.Get<SaveTranslation>().ExecuteAsync(
            report.Id,
            new SaveTranslationInput { Texts = [.. texts.Select(text => new TypedTranslation { Field = text.Item1.Field, Source = text.Item1.Source, Text = text.Value })] },
            call.By, call.CancellationToken);
    }

    private static async Task LeaveOutAsync(ActCall call, LeaveOutInput input)
    {
        var mission = await call.Case.FindMissionAsync(call.Mission, call.By.PersonId, call.CancellationToken);
        await call.Get<LeaveOut>().ExecuteAsync(mission.Id, input, call.By, call.CancellationToken);
    }

    private static async Task RespondAsync(ActCall call, RespondNamed input)
    {
        var revision = await call.Case.RevisionOfRecommendationAsync(input.RecommendationId, call.CancellationToken);
        await call.Get<RespondToRecommendation>().ExecuteAsync(
            input.RecommendationId, new RespondToRecommendationInput(input.Response, revision) { Comment = input.Comment }, call.By, call.CancellationToken);
    }

    private static async Task NoteAsync(ActCall call, ProgressNamed input)
    {
        var revision = await call.Case.RevisionOfRecommendationAsync(input.RecommendationId, call.CancellationToken);
        await call.Get<NoteProgress>().ExecuteAsync(
            input.RecommendationId, new NoteProgressInput(input.Text, revision) { Status = input.Status, Evidence = input.Evidence }, call.By, call.CancellationToken);
    }

    private static async Task<EndOfMissionReport> FindReportAsync(ActCall call)
    {
        var mission = await call.Case.FindMissionAsync(call.Mission, call.By.PersonId, call.CancellationToken);
        return await call.Case.FindReportAsync(mission.Id, call.CancellationToken) ?? throw new NotFoundException("A report of this mission");
    }
}
