using System.Security.Cryptography;
using TechAssist.Core;
using TechAssist.Core.Requests;

namespace TechAssist.Web.Pages.Requests.Draft;

/// <summary>One page of the journey: which fields of the request it asks for, and how it puts them into what is stored.</summary>
/// <param name="Fields">First names of the fields, as errors call them.</param>
/// <param name="Take">What is stored, with this page's fields as they were typed. Fields that the short form does not show stay.</param>
public sealed record JourneySection(string Key, IReadOnlyList<string> Fields, Func<RequestContent, RequestContent, RequestContent> Take)
{
    public bool Owns(FieldError error) => Fields.Contains(error.Field.Split('.', '[')[0]);

    /// <summary>Changes whenever something of this page changes: two tabs on different pages do not disturb each other.</summary>
    public string Mark(RequestContent content) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(CoreJson.Write(Part(content)))))[..20];

    /// <summary>Nothing of this page was filled in yet.</summary>
    public bool IsEmptyIn(RequestContent content) => Mark(content) == Mark(new RequestContent { Track = content.Track });

    /// <summary>Only this page's fields, the rest as in a new request.</summary>
    private RequestContent Part(RequestContent content) => Take(new RequestContent { Track = content.Track }, content);
}
