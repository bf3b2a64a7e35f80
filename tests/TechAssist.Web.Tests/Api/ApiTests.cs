using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Core.Reference;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Api;

/// <summary>Tests of the API: HTTP in, JSON and database out, on both databases.</summary>
public abstract class ApiTests(Provider provider) : PortalTests(provider)
{
    [OneTimeSetUp]
    public Task LoadAsync() => App.WithAsync(async services =>
    {
        await services.GetRequiredService<LoadReferenceData>().ExecuteAsync(default);
        return await services.GetRequiredService<ReferenceCatalog>().GetLatestAsync(default);
    });

    protected Caller Nobody => new(App.CreateClient(), null);

    protected async Task<Caller> CallAsAsync(Role role, string? country = null, string language = "en") =>
        await Caller.ForAsync(App, await App.Data.CreatePersonAsync(role, country, language, withPassword: false));
}
