using NUnit.Framework;
using TechAssist.Testing;

namespace TechAssist.Web.Tests;

/// <summary>Tests of the running portal on one database. Each fixture has its own.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public abstract class PortalTests(Provider provider)
{
    protected PortalApp App { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => App = await PortalApp.StartAsync(provider, Settings);

    [OneTimeTearDown]
    public async Task EndAsync()
    {
        if (App is not null)
        {
            await App.DisposeAsync();
        }
    }

    protected virtual IReadOnlyDictionary<string, string?>? Settings => null;
}
