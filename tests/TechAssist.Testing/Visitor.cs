using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using NUnit.Framework;

namespace TechAssist.Testing;

/// <summary>What came back: the status, where it leads, and the page.</summary>
public sealed record Answer(HttpResponseMessage Response, IHtmlDocument Page)
{
    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>Where a redirect leads, without the host.</summary>
    public string? LeadsTo => Response.Headers.Location is { } location
        ? location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString
        : null;

    public string? Heading => Page.QuerySelector("h1")?.TextContent.Trim();

    public IReadOnlyList<string> Errors => [.. Page.QuerySelectorAll(".error-summary li").Select(item => item.TextContent.Trim())];
}

/// <summary>A person at a browser without JavaScript: reads pages, fills in forms as they stand, follows redirects when asked.</summary>
public sealed class Visitor(HttpClient client, string language)
{
    private readonly IBrowsingContext browsing = BrowsingContext.New(Configuration.Default);

    public HttpClient Client => client;

    public async Task<Answer> GetAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await SendAsync(request);
    }

    /// <summary>An answer that goes on, to be read as it comes.</summary>
    public async Task<StreamReader> OpenAsync(string address, CancellationToken cancellationToken)
    {
        var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        return new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken));
    }

    /// <summary>Opens the page, fills in the form that is posted (the first in the main part, or the one a selector names)
    /// and sends it with everything it holds.</summary>
    public async Task<Answer> FillAsync(string address, params (string Name, string Value)[] fields) => await FillAsync(address, "main form[method=post]", fields);

    public async Task<Answer> FillAsync(string address, string form, params (string Name, string Value)[] fields)
    {
        var opened = await GetAsync(address);
        Assert.That(opened.Status, Is.EqualTo(HttpStatusCode.OK), address);
        return await SubmitAsync(opened, form, fields);
    }

    public async Task<Answer> SubmitAsync(Answer opened, string form, params (string Name, string Value)[] fields)
    {
        var element = opened.Page.QuerySelector(form) as IHtmlFormElement ?? throw new InvalidOperationException($"There is no form \"{form}\" on {opened.Response.RequestMessage?.RequestUri}.");
        var values = Held(element).Where(held => !fields.Any(field => field.Name == held.Key))
            .Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var action = element.GetAttribute("action") ?? opened.Response.RequestMessage!.RequestUri!.PathAndQuery;
        using var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(values) };
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await SendAsync(request);
    }

    /// <summary>Sends a form with files, to where its button for them says.</summary>
    public async Task<Answer> SendFilesAsync(Answer opened, string form, string action, string field, params (string Name, byte[] Bytes)[] files)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Held((IHtmlFormElement)opened.Page.QuerySelector(form)!))
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), field, name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = content };
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await SendAsync(request);
    }

    public async Task<Answer> FollowAsync(Answer answer) => await GetAsync(answer.LeadsTo ?? throw new InvalidOperationException($"{(int)answer.Status} leads nowhere."));

    public async Task SignInAsync(TestPerson person)
    {
        var answer = await FillAsync("/account/sign-in", ("Input.Email", person.Email), ("Input.Password", TestPerson.Password));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), "sign-in of " + person.Email);
    }

    /// <summary>What the form would send if nobody changed anything.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Held(IHtmlFormElement form)
    {
        foreach (var element in form.Elements.OfType<IHtmlElement>())
        {
            switch (element)
            {
                case IHtmlInputElement { Name.Length: > 0, Type: "checkbox" or "radio", IsChecked: true } box:
                    yield return KeyValuePair.Create(box.Name!, box.Value);
                    break;
                case IHtmlInputElement { Name.Length: > 0, Type: not ("checkbox" or "radio" or "submit" or "file") } input:
                    yield return KeyValuePair.Create(input.Name!, input.Value);
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area:
                    yield return KeyValuePair.Create(area.Name!, area.Value);
                    break;
                case IHtmlSelectElement { Name.Length: > 0 } select:
                    yield return KeyValuePair.Create(select.Name!, select.Value ?? "");
                    break;
            }
        }
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var page = (IHtmlDocument)await browsing.OpenAsync(virtually => virtually.Content(text));
        return new Answer(response, page);
    }
}
