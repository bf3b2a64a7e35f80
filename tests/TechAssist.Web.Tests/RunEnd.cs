using NUnit.Framework;
using TechAssist.Testing;

/// <summary>Outside every namespace, so that it ends the whole assembly's run.</summary>
[SetUpFixture]
public sealed class RunEnd
{
    [OneTimeTearDown]
    public void End() => TestRun.End();
}
