using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Experts;
using TechAssist.Core.Missions;
using TechAssist.Core.People;

namespace TechAssist.Web.Pages.Requests.Missions;

/// <summary>The form of a mission's plan, new or changed.</summary>
public abstract class MissionPage(ListNominations listNominations) : CasePage
{
    [BindProperty]
    public MissionPlan Input { get; set; } = new();

    /// <summary>The confirmed experts of the case: who of them goes, and as what.</summary>
    [BindProperty]
    public List<Seat> Seats { get; set; } = [];

    /// <summary>The expert who leads.</summary>
    [BindProperty]
    public Guid? Lead { get; set; }

    public IReadOnlyList<NominationRow> Confirmed { get; private set; } = [];

    public bool MayExceed => Actor.Could(person => person.HasAny(Roles.Steering));

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        var all = await listNominations.ForStaffAsync(Case.Id, Actor, cancellationToken);
        Confirmed = [.. all.Where(row => row.Status == NominationStatus.Confirmed)];
    }

    /// <summary>What was typed of an expert's seat; by default nobody goes.</summary>
    public Seat SeatOf(NominationRow row) => Seats.Find(seat => seat.ExpertId == row.ExpertId) ?? new Seat { ExpertId = row.ExpertId, Role = row.Role };

    protected MissionPlan Plan() => Input with
    {
        Team = [.. Seats.Where(seat => seat.Goes).Select(seat => new TeamSeat(seat.ExpertId) { Role = seat.Role, IsLead = seat.ExpertId == Lead })],
    };

    protected void Fill(IReadOnlyList<TeamSeat> team)
    {
        Seats = [.. team.Select(seat => new Seat { ExpertId = seat.ExpertId, Goes = true, Role = seat.Role })];
        Lead = team.FirstOrDefault(seat => seat.IsLead)?.ExpertId;
    }

    public sealed record Seat
    {
        public Guid ExpertId { get; init; }

        public bool Goes { get; init; }

        public string? Role { get; init; }
    }
}
