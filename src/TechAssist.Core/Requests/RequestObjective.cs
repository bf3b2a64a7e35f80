namespace TechAssist.Core.Requests;

/// <summary>An objective a request serves, as <c>framework:code</c>; what the committee's follow-up is counted by.</summary>
public sealed class RequestObjective
{
    /// <summary>Longest code.</summary>
    public const int CodeMost = Reference.ReferenceInput.CodeMost;

    private RequestObjective()
    {
    }

    internal RequestObjective(Guid requestId, string code) => (RequestId, Code) = (requestId, code);

    public Guid RequestId { get; private set; }

    public string Code { get; private set; } = "";
}
