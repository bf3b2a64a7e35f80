namespace TechAssist.Web.Samples;

/// <summary>What is wrong in a file, and where: the line counts from 1, 0 is the file as a whole.</summary>
public sealed record FileFault(string File, long Line, string Field, string Message)
{
    public override string ToString()
    {
        var place = Line > 0 ? $"{File}:{Line}" : File;
        return Field.Length > 0 ? $"{place}: {Field}: {Message}" : $"{place}: {Message}";
    }
}

/// <summary>A file cannot be used as it is.</summary>
public sealed class FaultyFileException(IReadOnlyList<FileFault> faults) : Exception("The file has faults.")
{
    public FaultyFileException(FileFault fault)
        : this([fault])
    {
    }

    public IReadOnlyList<FileFault> Faults { get; } = faults;

    public override string Message => string.Join(Environment.NewLine, Faults);
}
