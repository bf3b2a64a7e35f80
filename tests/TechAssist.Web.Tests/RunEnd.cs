using NUnit.Framework;
using TechAssist.Testing;

namespace TechAssist.Web.Tests;

/// <summary>Ends the database server of the run.</summary>
[SetUpFixture]
public sealed class RunEnd
{
    [OneTimeTearDown]
    public void End() => TestRun.End();
}
