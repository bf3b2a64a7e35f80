using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Reference;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Admin.Reference;

/// <summary>One row of any type: the fields are those of its input record, what all rows share stands last.</summary>
public sealed class RowModel(ReferenceCatalog catalog, ReferenceChoices choices) : PortalPage
{
    private static readonly string[] Shared =
        [nameof(ReferenceInput.Certainty), nameof(ReferenceInput.Source), nameof(ReferenceInput.NoteEn), nameof(ReferenceInput.NoteFr), nameof(ReferenceInput.IsActive)];

    [BindProperty(SupportsGet = true)]
    public string Type { get; set; } = "";

    /// <summary>The row to change; null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? RowCode { get; set; }

    public ReferenceInput Input { get; private set; } = null!;

    public ReferenceChoices Choices => choices;

    public bool IsNew => RowCode is null;

    /// <summary>Its own fields, the code first where it can still be chosen.</summary>
    public IEnumerable<PropertyInfo> Fields => Input.GetType().GetProperties()
        .Where(property => property.Name is not (nameof(ReferenceInput.Revision) or nameof(ReferenceInput.Code)) && !Shared.Contains(property.Name))
        .OrderByDescending(property => property.DeclaringType == typeof(NamedInput));

    public IEnumerable<PropertyInfo> SharedFields => Shared.Select(name => Input.GetType().GetProperty(name)!);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var kind = ReferenceKind.Of(Type);
        Input = RowCode is null ? kind.NewInput() : kind.InputOf(await FindAsync(kind, RowCode, cancellationToken));
        await LoadAsync(cancellationToken);
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        Input ??= ReferenceKind.Of(Type).NewInput();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var kind = ReferenceKind.Of(Type);
        var input = Emptied(kind.NewInput());
        await TryUpdateModelAsync(input, input.GetType(), "Input");
        Input = input;
        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellationToken);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await kind.SaveAsync(HttpContext.RequestServices, input, Actor, cancellationToken);
        Flash("Reference.Saved", input.Code);
        return LocalRedirect(Links.ReferenceList(Type));
    }

    /// <summary>A box that is not ticked sends nothing, so what stands ticked in a new row must not count as sent.</summary>
    private static ReferenceInput Emptied(ReferenceInput input)
    {
        foreach (var property in input.GetType().GetProperties().Where(property => property.CanWrite))
        {
            if (property.PropertyType == typeof(bool))
            {
                property.SetValue(input, false);
            }
            else if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            {
                property.SetValue(input, Array.CreateInstance(property.PropertyType.GetGenericArguments()[0], 0));
            }
        }

        return input;
    }

    private async Task<ReferenceRow> FindAsync(ReferenceKind kind, string code, CancellationToken cancellationToken) =>
        kind.Rows(await catalog.GetLatestAsync(cancellationToken)).FirstOrDefault(row => row.Code == code) ?? throw new NotFoundException("The row");
}
