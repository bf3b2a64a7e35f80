namespace TechAssist.Core.Requests;

public enum RequestStatus { Draft, Open, OnHold, Suspended, Closed }

/// <summary>A country's request for technical assistance, from the first draft to the closed case. The case is this record
/// with its workflow runs, work items and history.</summary>
public sealed class AssistanceRequest
{
    /// <summary>Longest name of a page.</summary>
    public const int PageMost = 32;

    private AssistanceRequest()
    {
    }

    public Guid Id { get; private set; }

    /// <summary><c>TA-2026-SN-0001</c>, given at submission, never reused. Null while a draft.</summary>
    public string? Reference { get; private set; }

    public RequestStatus Status { get; private set; }

    public RequestContent Content { get; private set; } = new();

    public Track Track { get; private set; }

    /// <summary>Lead country (ISO 3166-1 alpha-2); null in a draft that has none yet.</summary>
    public string? Country { get; private set; }

    public List<RequestCountry> Countries { get; } = [];

    /// <summary>What it serves, written only from the text, to count and to filter by.</summary>
    public List<RequestObjective> Objectives { get; } = [];

    public string TitleFr { get; private set; } = "";

    public string TitleEn { get; private set; } = "";

    public string? Theme { get; private set; }

    public Confidentiality Confidentiality { get; private set; }

    public Guid CreatedById { get; private set; }

    /// <summary>Who is asked on the requesting side; null where the secretariat registered a letter of somebody without an account.</summary>
    public Guid? RequesterId { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime SavedAt { get; private set; }

    public string SavedByName { get; private set; } = "";

    /// <summary>The opened page the text was last saved from; null where none named itself. A page knows its own save again, even
    /// when its answer was lost on the way.</summary>
    public string? SavedFrom { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>How it ended: one of the results of the process, in the words of the workflow files ("completed", "declined").</summary>
    public string? Result { get; private set; }

    /// <summary>The declared stage of the open step furthest along.</summary>
    public string Stage { get; private set; } = "intake";

    public Guid? CaseOfficerId { get; private set; }

    /// <summary>When the last of its countries endorsed it.</summary>
    public DateTime? EndorsedAt { get; private set; }

    public Guid? EndorsedById { get; private set; }

    /// <summary>When somebody who reads the contact's e-mail address confirmed it; null until then, and again when the address changes.</summary>
    public DateTime? ContactConfirmedAt { get; private set; }

    /// <summary>While on hold: the day on which it is to be looked at again.</summary>
    public DateOnly? HoldUntilOn { get; private set; }

    public DateTime? PausedAt { get; private set; }

    /// <summary>The request this one was copied from, after a refusal.</summary>
    public Guid? CopiedFromId { get; private set; }

    /// <summary>Counts every change; a change made on an older count is refused as stale.</summary>
    public int Revision { get; private set; }

    public bool IsDraft => Status == RequestStatus.Draft;

    public bool IsOpen => Status is RequestStatus.Open or RequestStatus.OnHold or RequestStatus.Suspended;

    /// <summary>On hold or suspended: nothing is asked of anybody, and all its clocks stand still.</summary>
    public bool IsPaused => Status is RequestStatus.OnHold or RequestStatus.Suspended;

    public bool IsRegional => Countries.Count > 1;

    public string Title(string language) => new LangText(TitleFr, TitleEn).In(language);

    public static AssistanceRequest StartDraft(RequestContent content, Actor by, DateTime now, Guid? copiedFromId = null)
    {
        var request = new AssistanceRequest { Id = Guid.CreateVersion7(now), CreatedById = by.PersonId, RequesterId = by.IsSecretariat ? null : by.PersonId, CreatedAt = now, CopiedFromId = copiedFromId };
        request.Write(content, by, now);
        return request;
    }

    /// <summary>Replaces the text. Only a draft may be rewritten, or a request that was given back to its author.</summary>
    public void Write(RequestContent content, Actor by, DateTime now, string? page = null)
    {
        if (Status == RequestStatus.Closed)
        {
            throw new RuleException("request-closed");
        }

        if (!string.Equals(Content.Contact.Email?.Trim(), content.Contact.Email?.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            ContactConfirmedAt = null;
        }

        Content = content;
        Track = content.Track;
        Country = content.Country;
        TitleFr = content.Title.Fr?.Trim() ?? "";
        TitleEn = content.Title.En?.Trim() ?? "";
        Theme = content.Theme;
        Confidentiality = content.Confidentiality;
        SavedAt = now;
        SavedByName = by.Name;
        SavedFrom = page;
        var codes = content.Countries.Distinct().ToList();
        Countries.RemoveAll(country => !codes.Contains(country.Country));
        Countries.AddRange(codes.Where(code => Countries.TrueForAll(country => country.Country != code)).Select(code => new RequestCountry(Id, code)));
        var objectives = content.Objectives.Where(code => code.Length is > 0 and <= RequestObjective.CodeMost).Distinct().ToList();
        Objectives.RemoveAll(row => !objectives.Contains(row.Code));
        Objectives.AddRange(objectives.Where(code => Objectives.TrueForAll(row => row.Code != code)).Select(code => new RequestObjective(Id, code)));
        Revision++;
    }

    internal void Submit(string reference, DateTime now)
    {
        if (!IsDraft)
        {
            throw new RuleException("already-submitted");
        }

        Reference = reference;
        Status = RequestStatus.Open;
        SubmittedAt = now;
        Revision++;
    }

    internal void ConfirmContact(DateTime now) => ContactConfirmedAt ??= now;

    internal void AskAt(Guid personId) => RequesterId = personId;

    /// <summary>One country endorses. The request counts as endorsed when all of its countries have.</summary>
    internal void Endorse(string country, DateOnly on, string byName, Guid personId, DateTime now)
    {
        Countries.Find(row => row.Country == country)?.Endorse(on, byName);
        if (Countries.TrueForAll(row => row.EndorsedOn is not null))
        {
            EndorsedAt ??= now;
            EndorsedById ??= personId;
        }

        Revision++;
    }

    public bool IsEndorsedBy(string country) => Countries.Exists(row => row.Country == country && row.EndorsedOn is not null);

    /// <summary>The text is given back to be changed: what was endorsed is no longer what is asked.</summary>
    internal void ForgetEndorsements()
    {
        Countries.ForEach(row => row.Forget());
        Revision++;
    }

    internal void AssignOfficer(Guid personId)
    {
        CaseOfficerId = personId;
        Revision++;
    }

    internal void Reach(string stage)
    {
        Stage = stage;
        Revision++;
    }

    internal void Follow(Track track)
    {
        Track = track;
        Revision++;
    }

    internal void Pause(RequestStatus status, DateOnly? until, DateTime now)
    {
        if (Status != RequestStatus.Open)
        {
            throw new RuleException("not-open");
        }

        Status = status;
        HoldUntilOn = until;
        PausedAt = now;
        Revision++;
    }

    internal void Continue()
    {
        if (Status is not (RequestStatus.OnHold or RequestStatus.Suspended))
        {
            throw new RuleException("not-on-hold");
        }

        Status = RequestStatus.Open;
        HoldUntilOn = null;
        PausedAt = null;
        Revision++;
    }

    /// <summary>A due time of the case was moved by an act.</summary>
    internal void DueMoved() => Revision++;

    internal void Close(string result, DateTime now)
    {
        Status = RequestStatus.Closed;
        Stage = "closed";
        Result = result;
        ClosedAt = now;
        PausedAt = null;
        HoldUntilOn = null;
        Revision++;
    }

    internal void Reopen()
    {
        if (Status != RequestStatus.Closed)
        {
            throw new RuleException("not-closed");
        }

        Status = RequestStatus.Open;
        Result = null;
        ClosedAt = null;
        Revision++;
    }
}

/// <summary>A country of a request; what a focal point sees is filtered by it.</summary>
public sealed class RequestCountry
{
    private RequestCountry()
    {
    }

    internal RequestCountry(Guid requestId, string country) => (RequestId, Country) = (requestId, country);

    public Guid RequestId { get; private set; }

    public string Country { get; private set; } = "";

    /// <summary>The day its focal point endorsed the request, in the portal or in a letter the secretariat recorded; null until then.</summary>
    public DateOnly? EndorsedOn { get; private set; }

    public string? EndorsedByName { get; private set; }

    internal void Endorse(DateOnly on, string byName) => (EndorsedOn, EndorsedByName) = (EndorsedOn ?? on, EndorsedByName ?? byName);

    internal void Forget() => (EndorsedOn, EndorsedByName) = (null, null);
}
