using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Field;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Requests.Missions;

/// <summary>The daily notes of a mission, written on a telephone: whom to call first, then the form, then what was written.</summary>
public sealed class NotesModel(WriteNote writeNote, CorrectNote correctNote, ListNotes listNotes, GetMission getMission, TimeProvider clock) : CasePage
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>The note that is corrected; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Edit { get; set; }

    [BindProperty]
    public NoteInput Input { get; set; } = new();

    /// <summary>Of the note that is corrected, as it was seen.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public MissionView Mission { get; private set; } = null!;

    public MissionNotes Notes { get; private set; } = null!;

    public IReadOnlyList<Choice> Moods =>
        [.. Enum.GetValues<SecurityMood>().Select(mood => new Choice(mood.ToString(), T["SecurityMood." + mood], T["SecurityMood.Hint." + mood]))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var edited = Notes.Rows.FirstOrDefault(row => row.Id == Edit && row.MayCorrect);
        if (Edit is not null && edited is null)
        {
            return LocalRedirect(Links.MissionNotes(Case.Reference, Number));
        }

        (Input, Revision) = edited is null
            ? (new NoteInput { Key = Guid.CreateVersion7(clock.GetUtcNow()), On = Notes.Today, Place = Notes.Rows.FirstOrDefault()?.Place }, 0)
            : (edited.ToInput(), edited.Revision);
        return Page();
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        Mission = await getMission.OfCaseAsync(Case.Id, Number, Actor, cancellationToken);
        Notes = await listNotes.ExecuteAsync(Mission.Id, Actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Edit is { } id)
        {
            await correctNote.ExecuteAsync(id, Input, Revision, Actor, cancellationToken);
            Flash("Notes.Corrected");
        }
        else
        {
            await writeNote.ExecuteAsync(Mission.Id, Input, Actor, cancellationToken);
            Flash("Notes.Kept");
        }

        return LocalRedirect(Links.MissionNotes(Case.Reference, Number));
    }
}
