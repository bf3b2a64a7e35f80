using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.EndOfMission.Recommended;
using TechAssist.Core.Experts.Files;
using TechAssist.Core.FollowUp;
using TechAssist.Core.Work;
using TechAssist.Core.Work.Tasks;
using TechAssist.Web.Forms;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Tasks;

/// <summary>One task: what is asked, the form to answer it, and afterwards the answer.</summary>
[RequestSizeLimit(MostSent)]
public sealed class DetailModel(
    GetTask getTask, CompleteWorkItem complete, KeepTaskDraft keep, AttachDeliverableEvidence attach, StepFormTexts words, StepAnswerText answers) : PortalPage
{
    /// <summary>The largest answer, in bytes: a few files that show what became of deliverables.</summary>
    private const long MostSent = 5 * KeepEvidence.Most;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The revision of the task that was seen.</summary>
    [BindProperty]
    public int? Revision { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    public TaskView Task { get; private set; } = null!;

    public IReadOnlyList<StepField> Fields { get; private set; } = [];

    /// <summary>What was typed when the answer came too late to be taken: shown, so that nobody loses a text.</summary>
    public GivenAnswer? Typed { get; private set; }

    public StepFormTexts Words => words;

    public StepAnswerText Answers => answers;

    /// <summary>Messages about records that are edited on pages of their own, such as the terms.</summary>
    public IEnumerable<(string Key, string Message)> FaultsElsewhere => ModelState
        .Where(entry => entry.Value?.Errors.Count > 0 && entry.Key.StartsWith(FieldNames.Prefix, StringComparison.OrdinalIgnoreCase) && !IsAsked(entry.Key))
        .SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage)));

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Task = await getTask.ExecuteAsync(Id, Actor, cancellationToken);
        Fields = StepField.Of(Task.Step.Form);
        Revision = Task.Revision;
        ModelState.Remove(nameof(Revision));
        if (Request.HasFormContentType && !Task.MayAct && Posted([]) is { Count: > 0 } typed)
        {
            Typed = new GivenAnswer("", Task.Step.Form, null, typed, Task.Role, null, default);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        List<FieldError> errors = [];
        var form = Posted(errors);
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }

        await AttachAsync(form, cancellationToken);
        await complete.ExecuteAsync(
            new CompleteWorkItemInput(Id, Outcome ?? "", JsonSerializer.SerializeToElement(form), Revision), Actor, cancellationToken);
        Flash("Task.Done", words.Outcome(Task.Step.Form, Outcome!));
        return LocalRedirect(Links.Case(Task.Case.Id, Task.Case.Reference));
    }

    /// <summary>Keeps what is typed; by itself while typing, or by the button.</summary>
    public async Task<IActionResult> OnPostDraftAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        var form = Posted([]);
        await keep.ExecuteAsync(Id, form, Actor, cancellationToken);
        await AttachAsync(form, cancellationToken);
        return LocalRedirect(Links.Task(Id) + "#saved");
    }

    /// <summary>Files come before the answer is looked at: one that was taken stays chosen when something else is refused.</summary>
    private async Task AttachAsync(JsonObject form, CancellationToken cancellationToken)
    {
        for (var index = 0; index < ((form["deliverables"] as JsonArray)?.Count ?? 0); index++)
        {
            var path = $"deliverables[{index}]";
            if (Request.Form.Files[$"{FieldNames.Prefix}{path}.file"] is not { } sent)
            {
                continue;
            }

            await using var content = sent.OpenReadStream();
            var document = await attach.ExecuteAsync(Id, index, new SentFile(sent.FileName, sent.ContentType, content), form, Actor, cancellationToken);
            ModelState.SetModelValue($"{FieldNames.Prefix}{path}.documentId", document.ToString(), document.ToString());
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Task = await getTask.ExecuteAsync(Id, Actor, cancellationToken);
        Fields = StepField.Of(Task.Step.Form);
        foreach (var (key, values) in Request.Form.Where(pair => pair.Key.StartsWith(FieldNames.Prefix, StringComparison.Ordinal)))
        {
            ModelState.SetModelValue(key, values.Count == 1 ? values[0] : values.ToArray(), values.ToString());
        }
    }

    private JsonObject Posted(List<FieldError> errors) => StepFormReader.Read(Request.Form, Fields, errors);

    private bool IsAsked(string key)
    {
        var path = key[FieldNames.Prefix.Length..];
        return Fields.Any(field => path.Equals(field.Name, StringComparison.OrdinalIgnoreCase)
            || (field.Kind is FieldKind.Questions or FieldKind.Progress or FieldKind.Appraisals or FieldKind.Deliverables && path.StartsWith(field.Name, StringComparison.OrdinalIgnoreCase)));
    }
}
