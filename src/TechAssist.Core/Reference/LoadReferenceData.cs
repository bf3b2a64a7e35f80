using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Reference;

/// <summary>How many rows a load added, changed, left as they were, and left because an administrator had edited them.</summary>
public sealed record ReferenceLoad(int Added, int Changed, int Same, int Kept);

/// <summary>Brings the tables to what the data files say. May run at every start: rows that an administrator edited stay as
/// they are, and rows that left the files stay too, because cases may refer to them.</summary>
public sealed class LoadReferenceData(TechAssistDb db, TimeProvider clock)
{
    private int added;
    private int changed;
    private int same;
    private int kept;

    public async Task<ReferenceLoad> ExecuteAsync(CancellationToken cancellationToken)
    {
        (added, changed, same, kept) = (0, 0, 0, 0);
        var (countries, frameworks, objectives) = (ReferenceFiles.Countries(), ReferenceFiles.Frameworks(), ReferenceFiles.Objectives());
        await LoadAsync<Country, CountryInput>(countries.Countries, cancellationToken);
        await LoadAsync<Membership, MembershipInput>(countries.Memberships, cancellationToken);
        await LoadAsync<Framework, FrameworkInput>(frameworks.Frameworks, cancellationToken);
        await LoadAsync<FrameworkPart, FrameworkPartInput>(frameworks.Parts, cancellationToken);
        await LoadAsync<Objective, ObjectiveInput>(objectives.Objectives, cancellationToken);
        await LoadAsync<ObjectiveLink, ObjectiveLinkInput>(objectives.Links, cancellationToken);
        await LoadAsync<Theme, ThemeInput>(ReferenceFiles.Themes().Themes, cancellationToken);
        await LoadAsync<AssistanceType, AssistanceTypeInput>(ReferenceFiles.AssistanceTypes().Types, cancellationToken);
        await LoadAsync<CodeListItem, CodeListItemInput>(ReferenceFiles.CodeLists().Items, cancellationToken);
        await LoadAsync<PublicHoliday, PublicHolidayInput>(ReferenceFiles.Holidays().Holidays, cancellationToken);
        if (added + changed > 0)
        {
            await db.StampReferenceAsync(clock.GetUtcNow().UtcDateTime, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        return new ReferenceLoad(added, changed, same, kept);
    }

    private async Task LoadAsync<TRow, TInput>(IReadOnlyList<TInput> inputs, CancellationToken cancellationToken)
        where TRow : ReferenceRow, IReferenceRow<TRow, TInput>
        where TInput : ReferenceInput
    {
        var rows = await db.Set<TRow>().ToDictionaryAsync(row => row.Code, cancellationToken);
        foreach (var input in inputs)
        {
            InputCheck.ThrowIfInvalid(input);
            if (!rows.TryGetValue(input.Code, out var row))
            {
                db.Add(TRow.From(input));
                added++;
            }
            else if (row.EditedAt is not null)
            {
                kept++;
            }
            else
            {
                Renew(row, input);
            }
        }
    }

    private void Renew<TRow, TInput>(TRow row, TInput input)
        where TRow : ReferenceRow, IReferenceRow<TRow, TInput>
        where TInput : ReferenceInput
    {
        row.Take(input);
        if (db.Entry(row).State == EntityState.Unchanged)
        {
            same++;
            return;
        }

        row.Reloaded();
        changed++;
    }
}
