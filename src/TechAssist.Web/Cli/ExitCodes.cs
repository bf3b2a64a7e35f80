namespace TechAssist.Web.Cli;

/// <summary>What the program says with its exit code (docs/command-line.md).</summary>
public static class ExitCodes
{
    public const int Done = 0;

    /// <summary>It ran, and the answer is no: a fault in a definition, another result than expected, a request refused.</summary>
    public const int Failed = 1;

    /// <summary>It could not run: a wrong command line, a file that cannot be read or has faults.</summary>
    public const int Usage = 2;
}
