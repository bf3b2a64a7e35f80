using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.People;

public sealed record ListPeopleInput
{
    /// <summary>Part of a name or an address.</summary>
    public string? Text { get; init; }

    public Role? Role { get; init; }

    public string? Country { get; init; }

    [Range(1, 100)]
    public int PageSize { get; init; } = 25;

    public string? After { get; init; }
}

public sealed record PersonRow(
    Guid Id, string Name, string Email, string? Institution, string Language, bool IsActive, bool HasAccepted, DateTime? LastSeenAt, IReadOnlyList<RoleGrant> Grants);

/// <summary>The accounts, by name, for administrators.</summary>
public sealed class ListPeople(TechAssistDb db)
{
    public async Task<Page<PersonRow>> ExecuteAsync(ListPeopleInput input, Actor actor, CancellationToken cancellationToken)
    {
        Administrators.ThrowIfNotOne(actor);
        InputCheck.ThrowIfInvalid(input);
        var people = db.People.AsNoTracking();
        if (Blank.ToNull(input.Text) is { } text)
        {
            var (upper, lower) = (text.ToUpperInvariant(), text.ToLowerInvariant());
#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL, which knows no culture.
            people = people.Where(person => person.NormalizedEmail!.Contains(upper) || person.Name.ToLower().Contains(lower));
#pragma warning restore CA1304, CA1311, CA1862
        }

        if (input.Role is { } role)
        {
            people = people.Where(person => person.Roles.Any(held => held.Role == role));
        }

        if (Blank.ToNull(input.Country) is { } country)
        {
            people = people.Where(person => person.Roles.Any(held => held.Country == country));
        }

        if (PageMark.Read(input.After) is var (name, id))
        {
#pragma warning disable CA1309 // The database's own order.
            people = people.Where(person => string.Compare(person.Name, name) > 0 || (person.Name == name && person.Id.CompareTo(id) > 0));
#pragma warning restore CA1309
        }

        var rows = await Rows(people.OrderBy(person => person.Name).ThenBy(person => person.Id).Take(input.PageSize + 1)).ToListAsync(cancellationToken);
        return Page.Of(rows, input.PageSize, row => new PageMark(row.Name, row.Id), row => row);
    }

    /// <exception cref="NotFoundException">No such person.</exception>
    public async Task<PersonRow> FindAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        Administrators.ThrowIfNotOne(actor);
        return await Rows(db.People.AsNoTracking().Where(person => person.Id == id)).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("The person");
    }

    private static IQueryable<PersonRow> Rows(IQueryable<Person> people) => people.Select(person => new PersonRow(
        person.Id, person.Name, person.Email!, person.Institution, person.Language, person.IsActive, person.PasswordHash != null, person.LastSeenAt,
        person.Roles.OrderBy(role => role.Role).ThenBy(role => role.Country).Select(role => new RoleGrant(role.Role, role.Country, role.RequestId)).ToList()));
}
