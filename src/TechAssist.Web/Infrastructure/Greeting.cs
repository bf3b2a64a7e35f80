using TechAssist.Web.Infrastructure.Demo;

namespace TechAssist.Web.Infrastructure;

/// <summary>What a newcomer reads on the console.</summary>
internal static class Greeting
{
    /// <summary>Development: the demo accounts.</summary>
    public static void Print(IReadOnlyCollection<string> addresses)
    {
        var width = DemoPeople.All.Max(person => person.Email.Length);
        var name = DemoPeople.All.Max(person => person.Name.Length);
        Console.WriteLine();
        Console.WriteLine("  TechAssist is running with demo people. All have the password " + DemoPeople.Password);
        Console.WriteLine();
        foreach (var person in DemoPeople.All)
        {
            Console.WriteLine($"    {person.Email.PadRight(width)}  {person.Name.PadRight(name)}  {person.RolesText} ({person.Language})");
        }

        Open(addresses);
    }

    /// <summary>Development: the demo cases are there.</summary>
    public static void PrintLoaded()
    {
        Console.WriteLine("  The demo cases are loaded.");
        Console.WriteLine();
    }

    /// <summary>Production: the one-time link of the first administrator, once.</summary>
    public static void Print(IReadOnlyCollection<string> addresses, string? link)
    {
        if (link is not null)
        {
            Console.WriteLine();
            Console.WriteLine("  The first administrator was created. Open this link once to choose a password:");
            Console.WriteLine("    " + (link.StartsWith('/') ? addresses.FirstOrDefault() + link : link));
        }

        Open(addresses);
    }

    private static void Open(IReadOnlyCollection<string> addresses)
    {
        Console.WriteLine();
        Console.WriteLine("  Open " + string.Join(" or ", addresses) + "   (Ctrl+C ends it)");
        Console.WriteLine();
    }
}
