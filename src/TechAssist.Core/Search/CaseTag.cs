using TechAssist.Core.Requests;

namespace TechAssist.Core.Search;

public enum CaseTagKind { Theme, Type, Objective, Country }

/// <summary>What a case that taught something is about, as codes of the reference data: what it is filtered and compared by.</summary>
public sealed class CaseTag
{
    private CaseTag()
    {
    }

    public Guid RequestId { get; private set; }

    public CaseTagKind Kind { get; private set; }

    public string Code { get; private set; } = "";

    internal static IReadOnlyList<CaseTag> Of(Guid requestId, RequestContent content) =>
    [
        .. Tags(requestId, CaseTagKind.Theme, [content.Theme, .. content.OtherThemes]),
        .. Tags(requestId, CaseTagKind.Type, content.AssistanceTypes),
        .. Tags(requestId, CaseTagKind.Objective, content.Objectives),
        .. Tags(requestId, CaseTagKind.Country, content.Countries),
    ];

    private static IEnumerable<CaseTag> Tags(Guid requestId, CaseTagKind kind, IEnumerable<string?> codes) =>
        codes.OfType<string>().Where(code => code.Length is > 0 and <= 20).Distinct().Select(code => new CaseTag { RequestId = requestId, Kind = kind, Code = code });
}
