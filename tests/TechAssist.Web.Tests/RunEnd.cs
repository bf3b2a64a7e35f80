using NUnit.Framework;
using TechAssist.Testing;

// Each fixture has its own program and its own database, so that none needs another to be over.
[assembly: Parallelizable(ParallelScope.Fixtures)]

namespace TechAssist.Web.Tests;

/// <summary>Ends the database server of the run.</summary>
[SetUpFixture]
public sealed class RunEnd
{
    [OneTimeTearDown]
    public void End() => TestRun.End();
}
