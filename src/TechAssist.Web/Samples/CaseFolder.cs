using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core;
using TechAssist.Core.Documents;
using TechAssist.Core.Persistence;

namespace TechAssist.Web.Samples;

/// <summary>Leaves a played case in a folder: the whole case as JSON, its documents, and the mails that went out.</summary>
public static class CaseFolder
{
    private static readonly JsonSerializerOptions Readable = new(CoreJson.Options) { WriteIndented = true };

    public static async Task WriteAsync(IServiceProvider services, PlayedCase played, ShownCase shown, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TechAssistDb>();
        await WriteCaseAsync(db, played, shown, Path.Combine(folder, "case.json"), cancellationToken);
        foreach (var file in await RenderAsync(scope.ServiceProvider, db, played, shown.Language, cancellationToken))
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, file.FileName), file.Bytes, cancellationToken);
        }

        // Last, so that what was filed when it happened stands over the same written today.
        foreach (var document in await db.Documents.AsNoTracking().Where(row => row.RequestId == played.RequestId && row.RemovedAt == null).OrderBy(row => row.AddedAt).ToListAsync(cancellationToken))
        {
            var opened = await scope.ServiceProvider.GetRequiredService<OpenDocument>().ExecuteAsync(document.Id, played.RequestId, Actor.System, cancellationToken);
            await using var content = opened.Content;
            await using var target = File.Create(Path.Combine(folder, opened.FileName));
            await content.CopyToAsync(target, cancellationToken);
        }
    }

    /// <summary>The letter, the terms and each mission's report in all forms: in the case's language, the reports in both.</summary>
    private static async Task<List<DocumentFile>> RenderAsync(
        IServiceProvider services, TechAssistDb db, PlayedCase played, string language, CancellationToken cancellationToken)
    {
        var missions = await db.Missions.Where(mission => mission.RequestId == played.RequestId).OrderBy(mission => mission.Number).Select(mission => mission.Number).ToListAsync(cancellationToken);
        List<RenderDocumentInput> wanted =
        [
            new(played.Reference, "decisionLetter") { Language = language },
            new(played.Reference, "termsOfReference") { Language = language },
            .. missions.SelectMany(number => Languages.All.Select(each => new RenderDocumentInput(played.Reference, "report") { Language = each, Mission = number })),
        ];
        var files = new List<DocumentFile>();
        foreach (var input in wanted.SelectMany(input => DocumentFile.Formats.Select(format => input with { Format = format })))
        {
            try
            {
                files.Add(await services.GetRequiredService<RenderDocument>().ExecuteAsync(input, Actor.System, cancellationToken));
            }
            catch (NotFoundException)
            {
                // Not every case comes as far as each document.
            }
        }

        return files;
    }

    private static async Task WriteCaseAsync(TechAssistDb db, PlayedCase played, ShownCase shown, string path, CancellationToken cancellationToken)
    {
        var request = await db.Requests.AsNoTracking().SingleAsync(row => row.Id == played.RequestId, cancellationToken);
        var steps = await db.Steps.AsNoTracking().Include(step => step.Items).Include(step => step.Run)
            .Where(step => step.RequestId == played.RequestId).OrderBy(step => step.OpenedAt).ToListAsync(cancellationToken);
        var whole = new
        {
            request.Reference,
            request.Status,
            request.Stage,
            request.Result,
            request.SubmittedAt,
            request.EndorsedAt,
            request.ClosedAt,
            Request = request.Content,
            Steps = steps.Select(step => new
            {
                Step = step.StepId,
                Definition = $"{step.Run.Definition}.v{step.Run.Version}",
                step.OpenedAt,
                step.DueAt,
                step.ClosedAt,
                step.Outcome,
                step.IsAutomatic,
                Answers = step.Items.Where(item => item.Outcome is not null).OrderBy(item => item.ClosedAt).Select(item => new
                {
                    item.Role,
                    By = item.ClosedByName,
                    At = item.ClosedAt,
                    item.Outcome,
                    Form = item.Answer is { } form ? JsonSerializer.Deserialize<JsonElement>(form) : (JsonElement?)null,
                }),
            }),
            Timeline = shown.Lines.Select(line => new
            {
                line.Entry.Number,
                line.At,
                By = line.Who,
                line.Entry.Kind,
                line.Entry.StepId,
                line.What,
                line.Why,
                line.Entry.IsPublic,
                line.Entry.Hash,
            }),
        };
        await using var file = File.Create(path);
        await JsonSerializer.SerializeAsync(file, whole, Readable, cancellationToken);
    }
}
