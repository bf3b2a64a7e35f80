using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Security;

/// <summary>Somebody who tries doors: with the cookie at pages, with a token of their own at the API.</summary>
public sealed class Caller(string name, Visitor visitor, string? token)
{
    public string Name => name;

    public Visitor Visitor => visitor;

    public bool IsSignedIn => token is not null;

    public static Caller Anonymous(PortalApp app) => new("nobody", app.Visit(), null);

    public static async Task<Caller> SignInAsync(PortalApp app, string name, TestPerson person) =>
        new(name, await app.SignInAsync(person), await TokenAsync(app, person.Actor));

    public static async Task<string> TokenAsync(PortalApp app, Actor actor) => await app.WithAsync(async services =>
        (await services.GetRequiredService<CreateApiToken>().ExecuteAsync(new CreateApiTokenInput { Name = "Walk" }, actor, default)).Token);

    public Task<HttpResponseMessage> GetAsync(string address) => SendAsync(HttpMethod.Get, address, null);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (token is not null && address.StartsWith("/api/v", StringComparison.Ordinal))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return await visitor.Client.SendAsync(request);
    }
}
