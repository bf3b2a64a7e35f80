using TechAssist.Core.People;

namespace TechAssist.Core.Experts;

/// <summary>Committee members, reference countries and administrators follow cases without reading experts' names
/// (domain process 4.5); whoever has a part in the case or works for the secretariat reads them.</summary>
internal static class ExpertNames
{
    private static readonly Role[] Outsiders = [Role.Committee, Role.ReferenceCountry, Role.Administrator];

    public static bool MayRead(Actor actor) =>
        actor.IsSystem || actor.IsSecretariat || actor.Has(Role.Auditor) || actor.Grants.Any(grant => !Outsiders.Contains(grant.Role));
}
