namespace TechAssist.Core.People;

/// <summary>Accounts are the administrators' work; for everybody else these acts do not exist.</summary>
internal static class Administrators
{
    public static void ThrowIfNotOne(Actor by)
    {
        if (!by.IsSystem && !by.Has(Role.Administrator))
        {
            throw new NotFoundException("Administration");
        }
    }

    /// <summary>Nobody locks themselves out, so that one administrator always remains.</summary>
    public static void ThrowIfOwn(Guid personId, Actor by)
    {
        if (personId == by.PersonId)
        {
            throw new RuleException("own-account");
        }
    }
}
