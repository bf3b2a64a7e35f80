using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.EndOfMission.Photos;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Requests.Reports;

/// <summary>The photos of the report: sent, put into order and taken out with the text as it is typed, so that nothing of it is lost.</summary>
[RequestSizeLimit(MostSent)]
[RequestFormLimits(MultipartBodyLengthLimit = MostSent, ValueCountLimit = 4000, ValueLengthLimit = 32 * 1024 * 1024)]
public sealed partial class EditModel
{
    /// <summary>What is sent at once, in bytes: more than a photo may have, so that one far too large is told of beside its field.</summary>
    private const long MostSent = 300 * 1024 * 1024;

    [BindProperty]
    public List<IFormFile> PhotoFiles { get; set; } = [];

    /// <summary>"up:2", "down:2", "remove:2": what to do with the photo at that place, from 0.</summary>
    [BindProperty]
    public string? Arrange { get; set; }

    /// <summary>The text was saved, whatever became of the photos that were sent with it.</summary>
    public bool IsSaved { get; private set; }

    public IReadOnlyList<Choice> Sections => [.. Enumerable.Range(1, 15).Select(number => new Choice($"{number}", SectionTitle(number)))];

    public async Task<IActionResult> OnPostPhotosAsync([FromServices] AddPhoto addPhoto, CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken);
        List<string> refused = PhotoFiles.Count == 0 ? [Messages.Text("Error.required", Core.Languages.Current)] : [];
        foreach (var file in PhotoFiles)
        {
            try
            {
                await using var content = file.OpenReadStream();
                await addPhoto.ExecuteAsync(new AddPhotoInput(Report!.Id, file.FileName), content, Actor, cancellationToken);
            }
            catch (InvalidInputException wrong)
            {
                // Of several photos sent together the good ones are taken; each of the others is told of.
                refused.AddRange(wrong.Errors.Select(error => T["Photos.Refused", file.FileName, Messages.Text(error, Core.Languages.Current)]));
            }
        }

        return refused.Count > 0 ? await TellAsync(refused, cancellationToken) : Done("Photos.Added", "photos");
    }

    public async Task<IActionResult> OnPostArrangeAsync(CancellationToken cancellationToken)
    {
        var (photos, place) = Arranged();
        Input = Input with { Photos = photos };
        await SaveAsync(cancellationToken);
        return Done("Report.Saved", place is { } at ? $"photos-{at}" : "photos");
    }

    private RedirectResult Done(string message, string place)
    {
        Flash(message);
        return Redirect($"{Links.EditReport(Case.Reference, Number)}#{place}");
    }

    /// <summary>The text was saved and some photos were taken: the page shows it as it stands now.</summary>
    private async Task<IActionResult> TellAsync(List<string> refused, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        IsSaved = true;
        ModelState.Clear();
        Show();
        foreach (var message in refused)
        {
            ModelState.AddModelError(nameof(PhotoFiles), message);
        }

        var page = Page();
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    /// <returns>The photos in their new order, and the place of the one that was moved; null when it was taken out.</returns>
    private (IReadOnlyList<ReportPhoto> Photos, int? Place) Arranged()
    {
        var photos = Input.Photos.ToList();
        var parts = (Arrange ?? "").Split(':');
        if (parts is not [var act, var text] || !int.TryParse(text, System.Globalization.NumberStyles.None, null, out var at) || at >= photos.Count)
        {
            return (photos, null);
        }

        var photo = photos[at];
        photos.RemoveAt(at);
        if (act == "remove")
        {
            return (photos, null);
        }

        var place = Math.Clamp(at + (act == "up" ? -1 : 1), 0, photos.Count);
        photos.Insert(place, photo);
        return (photos, place);
    }
}
