using System.Collections.Concurrent;

namespace TechAssist.Testing;

/// <summary>What must be gone when a test run ends. Each test assembly calls <see cref="End"/> from a SetUpFixture.</summary>
public static class TestRun
{
    private static readonly ConcurrentStack<Action> Left = new();

    static TestRun() => AppDomain.CurrentDomain.ProcessExit += (_, _) => End();

    internal static void AtEnd(Action remove) => Left.Push(remove);

    public static void End()
    {
        while (Left.TryPop(out var remove))
        {
            try
            {
                remove();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException)
            {
                Console.Error.WriteLine("The test run left something behind: " + exception.Message);
            }
        }
    }
}
