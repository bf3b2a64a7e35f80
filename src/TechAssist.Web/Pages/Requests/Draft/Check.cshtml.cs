using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TechAssist.Core;
using TechAssist.Core.Documents;
using TechAssist.Core.People;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Requests.Draft;

/// <summary>Everything that was answered, each with a way back to its page; the promises; and the button that submits.</summary>
public sealed class CheckModel(GetDraft getDraft, ReferenceCatalog reference, SaveDraft saveDraft, SubmitRequest submitRequest, ListDocuments listDocuments)
    : DraftPage(getDraft, reference)
{
    [BindProperty]
    public RequestContent Input { get; set; } = new();

    public IReadOnlyList<string> FileNames { get; private set; } = [];

    /// <summary>What is missing on the pages before; each message leads to its field.</summary>
    public IReadOnlyList<FieldError> Missing => [.. Draft.Errors.Where(error => !Journey.Commitments.Owns(error))];

    /// <summary>A focal point who asks endorses by asking.</summary>
    public bool EndorsesItself => Actor.CountriesFor(Role.FocalPoint).Contains(Draft.Content.Country);

    public IReadOnlyList<AnswerRow> AnswersOf(JourneySection section) => Answers.Of(section, Draft.Content, Reference, T);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        FileNames = [.. (await FilesAsync(listDocuments, cancellationToken)).Select(file => file.FileName)];
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!Draft.MayWrite)
        {
            return ToCase();
        }

        Input = Draft.Content;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Input.Commitments != Draft.Content.Commitments)
        {
            await saveDraft.ExecuteAsync(Id, Journey.Commitments.Take(Draft.Content, Input), Draft.Revision, Actor, cancellationToken);
            await LoadAsync(cancellationToken);
        }

        if (Draft.Errors.Count > 0)
        {
            return ShowMissing();
        }

        if (Draft.TaskId is { } taskId)
        {
            Flash("Draft.Rewritten");
            return LocalRedirect(Links.Task(taskId));
        }

        await submitRequest.ExecuteAsync(Id, Actor, cancellationToken);
        return LocalRedirect(Links.DraftSection(Id, "sent"));
    }

    public string LabelOf(FieldError error) => T[FieldPath.Word(error.Field)];

    /// <summary>The page and the field where it can be mended.</summary>
    public string PlaceOf(FieldError error)
    {
        var id = FieldNames.Id(FieldPath.Place(error.Field));
        if (error.Field == "attachments")
        {
            return Links.DraftSection(Id, Journey.Files);
        }

        var section = Sections.FirstOrDefault(section => section.Owns(error));
        return section is null ? "#" + id : $"{Links.DraftSection(Id, section.Key)}#{id}";
    }

    private PageResult ShowMissing()
    {
        foreach (var error in Draft.Errors)
        {
            var id = FieldNames.Id(FieldPath.Place(error.Field));
            FieldLabels.Of(HttpContext)[id] = LabelOf(error);
            FieldLabels.PagesOf(HttpContext)[id] = PlaceOf(error);
        }

        Tell(Draft.Errors);
        var page = Page();
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }
}
