using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using TechAssist.Core;
using TechAssist.Core.People;
using TechAssist.Core.Requests;
using TechAssist.Testing;
using TechAssist.Web.Api.Description;

namespace TechAssist.Web.Tests.Api;

/// <summary>What the API answered.</summary>
public sealed record Reply(HttpResponseMessage Response, string Text)
{
    public HttpStatusCode Status => Response.StatusCode;

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    public string this[string name] => Json.GetProperty(name).ToString();

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<JsonElement> Items => [.. Json.GetProperty("items").EnumerateArray()];

    public string? After => Json.TryGetProperty("after", out var after) ? after.GetString() : null;

    /// <summary>The code of a problem detail; the answer must be one.</summary>
    public string Problem
    {
        get
        {
            Assert.That(Response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"), Text);
            Assert.That(Json.GetProperty("status").GetInt32(), Is.EqualTo((int)Status));
            Assert.That(this["title"], Is.Not.Empty);
            Assert.That(this["type"], Does.StartWith("urn:techassist:"));
            return this["type"]["urn:techassist:".Length..];
        }
    }

    /// <summary>The codes by field of a problem detail.</summary>
    public IReadOnlyDictionary<string, string> Errors => Json.GetProperty("errors").EnumerateObject()
        .ToDictionary(one => one.Name, one => one.Value[0].GetProperty("code").GetString()!);
}

/// <summary>A program that calls the API, with the token of somebody or without.</summary>
public sealed class Caller(HttpClient client, string? token)
{
    public string? Token => token;

    public static async Task<Caller> ForAsync(PortalApp app, TestPerson person, HttpClient? client = null)
    {
        var created = await app.WithAsync(services => services.GetRequiredService<CreateApiToken>()
            .ExecuteAsync(new CreateApiTokenInput { Name = "test" }, person.Actor, default));
        return new Caller(client ?? app.CreateClient(), created.Token);
    }

    public Task<Reply> GetAsync(string address, string? language = null) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address), language);

    public Task<Reply> PostAsync(string address, object body, string? key = null, string? language = null) =>
        PostAsync(address, body as string ?? JsonSerializer.Serialize(body, CoreJson.Options), key, language);

    public Task<Reply> PostAsync(string address, string body, string? key = null, string? language = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return SendAsync(request, language);
    }

    public Task<Reply> SubmitAsync(RequestContent? content = null, string? key = null) => PostAsync("/api/v1/requests", content ?? RequestExample.Content, key);

    public Task<Reply> AttachAsync(string reference, string fileName, byte[] bytes, string? type = null, string query = "")
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/api/v1/requests/{reference}/attachments{query}") { Content = new MultipartFormDataContent { { file, "file", fileName } } });
    }

    public async Task<Reply> SendAsync(HttpRequestMessage request, string? language = null)
    {
        using (request)
        {
            request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
            if (language is not null)
            {
                request.Headers.AcceptLanguage.ParseAdd(language);
            }

            var response = await client.SendAsync(request);
            return new Reply(response, await response.Content.ReadAsStringAsync());
        }
    }
}
