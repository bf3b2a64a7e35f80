using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Experts.Registrations;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.Pages.Roster;
using TechAssist.Web.Pages.Shared;

namespace TechAssist.Web.Pages.Registrations;

/// <summary>What every page behind a registration's link has. The form is that of a profile on the roster.</summary>
public abstract class RegistrationPage(WriteRegistration write, ReferenceChoices choices) : ExpertPage(choices)
{
    protected WriteRegistration Write { get; } = write;

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>Null when the link is none of ours.</summary>
    public RegistrationToWrite? Registration { get; private set; }

    public override bool AsksEmail => false;

    public bool IsOpen => Registration is { Problem: null };

    public bool HasErrors(RegistrationPart part) => Registration!.Missing.Any(part.Owns);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        try
        {
            Registration = await Write.ReadAsync(Token, cancellationToken);
        }
        catch (NotFoundException)
        {
            // The page says itself that the link is not one of ours.
        }
    }

    /// <summary>The first page, which says what became of the link; nothing when the link is none of ours.</summary>
    protected IActionResult ToStart() => Registration is null ? NotFound() : LocalRedirect(Links.Registration(Token ?? ""));

    /// <summary>The message about a field, with its name.</summary>
    public string Message(FieldError error) => ProfileWords.Message(error, T);

    public string PlaceOf(FieldError error) => Links.RegistrationPart(Token!, ProfileWords.PartOf(error).Key) + "#" + FieldNames.Id(error.Field);
}
