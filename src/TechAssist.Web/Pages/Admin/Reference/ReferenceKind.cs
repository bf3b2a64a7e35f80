using TechAssist.Core;
using TechAssist.Core.Reference;

namespace TechAssist.Web.Pages.Admin.Reference;

/// <summary>A type of reference data as the administrator's pages treat it: where its rows are, and how one is saved.</summary>
public abstract class ReferenceKind(string key)
{
    public static readonly IReadOnlyList<ReferenceKind> All =
    [
        new ReferenceKind<Country, CountryInput>("countries", rows => rows.Countries, () => new CountryInput()),
        new ReferenceKind<Membership, MembershipInput>("memberships", rows => rows.Memberships, () => new MembershipInput()),
        new ReferenceKind<Framework, FrameworkInput>("frameworks", rows => rows.Frameworks, () => new FrameworkInput()),
        new ReferenceKind<FrameworkPart, FrameworkPartInput>("parts", rows => rows.Parts, () => new FrameworkPartInput()),
        new ReferenceKind<Objective, ObjectiveInput>("objectives", rows => rows.Objectives, () => new ObjectiveInput()),
        new ReferenceKind<ObjectiveLink, ObjectiveLinkInput>("links", rows => rows.Links, () => new ObjectiveLinkInput()),
        new ReferenceKind<Theme, ThemeInput>("themes", rows => rows.Themes, () => new ThemeInput()),
        new ReferenceKind<AssistanceType, AssistanceTypeInput>("assistance-types", rows => rows.AssistanceTypes, () => new AssistanceTypeInput()),
        new ReferenceKind<CodeListItem, CodeListItemInput>("codes", rows => rows.CodeListItems, () => new CodeListItemInput()),
        new ReferenceKind<PublicHoliday, PublicHolidayInput>("holidays", rows => rows.Holidays, () => new PublicHolidayInput()),
        new ReferenceKind<OfficeWeek, OfficeWeekInput>("office-weeks", rows => rows.OfficeWeeks, () => new OfficeWeekInput()),
    ];

    /// <summary>Its name in addresses and texts.</summary>
    public string Key => key;

    /// <exception cref="NotFoundException">There is no such type.</exception>
    public static ReferenceKind Of(string key) => All.FirstOrDefault(kind => kind.Key == key) ?? throw new NotFoundException("The type of reference data");

    public abstract IReadOnlyList<ReferenceRow> Rows(ReferenceSnapshot data);

    public abstract ReferenceInput NewInput();

    public abstract ReferenceInput InputOf(ReferenceRow row);

    public abstract Task SaveAsync(IServiceProvider services, ReferenceInput input, Actor actor, CancellationToken cancellationToken);
}

/// <inheritdoc />
public sealed class ReferenceKind<TRow, TInput>(string key, Func<ReferenceRows, IReadOnlyList<TRow>> rows, Func<TInput> create) : ReferenceKind(key)
    where TRow : ReferenceRow, IReferenceRow<TRow, TInput>
    where TInput : ReferenceInput
{
    public override IReadOnlyList<ReferenceRow> Rows(ReferenceSnapshot data) => rows(data.Rows);

    public override ReferenceInput NewInput() => create();

    public override ReferenceInput InputOf(ReferenceRow row) => row.ToInput<TInput>();

    public override Task SaveAsync(IServiceProvider services, ReferenceInput input, Actor actor, CancellationToken cancellationToken) =>
        services.GetRequiredService<SaveReferenceRow<TRow, TInput>>().ExecuteAsync((TInput)input, actor, cancellationToken);
}
