namespace TechAssist.Core.People.Substitutes;

public static class OfficersOfTheSecretariat
{
    /// <summary>Active people who hold a role of the secretariat everywhere.</summary>
    public static IQueryable<Person> Officers(this IQueryable<Person> people) => people.Where(person =>
        person.IsActive && person.Roles.Any(held => Roles.Secretariat.Contains(held.Role) && held.Country == null && held.RequestId == null));
}
