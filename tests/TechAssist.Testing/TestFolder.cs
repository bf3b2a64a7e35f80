namespace TechAssist.Testing;

/// <summary>Folders for the databases of a test run. Each fixture has one of its own, of a thousand files, on PostgreSQL: on a disk that
/// takes eight times as long as in memory.</summary>
internal static class TestFolder
{
    private const string Memory = "/dev/shm";
    private const long Enough = 4L << 30;

    /// <summary>A new folder, in memory where the machine has a file system for that with some gigabytes left.</summary>
    public static string Create(string prefix)
    {
        if (!Directory.Exists(Memory) || new DriveInfo(Memory).AvailableFreeSpace < Enough)
        {
            return Directory.CreateTempSubdirectory(prefix).FullName;
        }

        var folder = Path.Combine(Memory, prefix + Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        return folder;
    }
}
