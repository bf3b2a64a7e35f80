using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Calls;
using TechAssist.Core.Requests;
using TechAssist.Core.Terms;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Requests.Experts;

/// <summary>A new call: which seat, who is asked, how long they have.</summary>
[Authorize(Access.Secretariat)]
public sealed class CallModel(OpenCall openCall, ListNominations listNominations, GetTerms getTerms, TimeProvider clock) : CasePage
{
    private static readonly int[] RapidHours = [12, 24, 48];
    private static readonly int[] StandardHours = [24, 48, 72, 120, 240];

    [BindProperty]
    public NewCall Input { get; set; } = new();

    public IReadOnlyList<Choice> Seats { get; private set; } = [];

    public IReadOnlyList<Choice> Waiting { get; private set; } = [];

    public IReadOnlyList<Choice> Hours => [.. HoursOf(Case.Content.Track).Select(hours => new Choice($"{hours}", T["Call.Hours", hours]))];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var terms = (await getTerms.ExecuteAsync(Case.Id, null, Actor, cancellationToken))?.Content;
        var days = terms is { Contract.From: not null } ? terms.Contract : Case.Content.Periods.FirstOrDefault();
        Input = new NewCall
        {
            Role = Seats is [var only] ? only.Value : "",
            Nominations = [.. Waiting.Select(choice => Guid.Parse(choice.Value))],
            AsksPool = Case.Content.Track == Track.Rapid && Waiting.Count == 0,
            AutoProposes = Case.Content.Track == Track.Rapid,
            FromOn = days?.From,
            ToOn = days?.To,
            Hours = Case.Content.Track == Track.Rapid ? 24 : 120,
        };
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        var terms = await getTerms.ExecuteAsync(Case.Id, null, Actor, cancellationToken);
        Seats = [.. (terms?.Content.Profiles ?? []).Select(profile => In(profile.Role)).Where(role => role.Length is > 0 and <= 200).Distinct().Select(role => new Choice(role, role))];
        var nominations = await listNominations.ForStaffAsync(Case.Id, Actor, cancellationToken);
        Waiting = [.. nominations.Where(row => row.Status == NominationStatus.Proposed).Select(row => new Choice($"{row.Id}", row.Expert, row.Role))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        var hours = Input.Hours is { } chosen && HoursOf(Case.Content.Track).Contains(chosen) ? chosen : throw new InvalidInputException("hours", "not-a-choice");
        var input = new OpenCallInput
        {
            Role = Input.Role ?? "",
            Nominations = Input.Nominations,
            AsksPool = Input.AsksPool,
            AutoProposes = Input.AutoProposes,
            Message = Input.Message,
            FromOn = Input.FromOn,
            ToOn = Input.ToOn,
            ClosesAt = clock.GetUtcNow().UtcDateTime.AddHours(hours),
        };
        await openCall.ExecuteAsync(Case.Id, input, Actor, cancellationToken);
        Flash("Call.OpenDone");
        return LocalRedirect(Links.Experts(Case.Reference));
    }

    private static int[] HoursOf(Track track) => track == Track.Rapid ? RapidHours : StandardHours;

    /// <summary>As it is typed.</summary>
    public sealed record NewCall
    {
        public string? Role { get; init; }

        public IReadOnlyList<Guid> Nominations { get; init; } = [];

        public bool AsksPool { get; init; }

        public bool AutoProposes { get; init; }

        public LangText Message { get; init; } = new();

        public DateOnly? FromOn { get; init; }

        public DateOnly? ToOn { get; init; }

        public int? Hours { get; init; }
    }
}
