using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Experts;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Missions.Delivery;

/// <summary>One participant as counted, with the sessions attended.</summary>
public sealed record CountedParticipant(Sex? Sex, int? PreTest, int? PostTest, IReadOnlySet<Guid> Attended);

/// <summary>What the records of a training add up to.</summary>
/// <param name="Women">Named and counted ones together.</param>
/// <param name="Men">As the women.</param>
/// <param name="Others">Of another sex, or of whom it is not said.</param>
/// <param name="HeldMinutes">Length of the sessions in which attendance was noted.</param>
/// <param name="AttendanceRate">Of the hours of those sessions, the share in percent that the named participants were there; null before any was noted.</param>
/// <param name="PreTest">Mean in percent; of the results, or as it was given where there are none.</param>
/// <param name="Gain">Mean of the points gained by who sat both tests; of the two means where only these are known.</param>
public sealed record DeliveryFigures(
    int Women, int Men, int Others, int HeldMinutes, int? AttendanceRate, decimal? PreTest, decimal? PostTest, decimal? Gain)
{
    public int Total => Women + Men + Others;

    public static DeliveryFigures Of(DeliveryPlan plan, IReadOnlyCollection<CountedParticipant> people)
    {
        var held = plan.Sessions.Where(session => people.Any(one => one.Attended.Contains(session.Id))).ToList();
        var heldMinutes = held.Sum(session => session.Minutes);
        var attended = people.Sum(one => MinutesOf(plan, one.Attended));
        var both = people.Where(one => one is { PreTest: not null, PostTest: not null }).ToList();
        var (before, after) = (Mean(people.Select(one => one.PreTest)) ?? plan.PreTest, Mean(people.Select(one => one.PostTest)) ?? plan.PostTest);
        return new DeliveryFigures(
            people.Count(one => one.Sex == Sex.Female) + plan.Groups.Sum(group => group.Women ?? 0),
            people.Count(one => one.Sex == Sex.Male) + plan.Groups.Sum(group => group.Men ?? 0),
            people.Count(one => one.Sex is not (Sex.Female or Sex.Male)),
            heldMinutes,
            heldMinutes == 0 ? null : (int)Math.Round(100m * attended / (heldMinutes * people.Count), MidpointRounding.AwayFromZero),
            before,
            after,
            both.Count > 0 ? Round((decimal)both.Average(one => one.PostTest!.Value - one.PreTest!.Value)) : after - before);
    }

    /// <summary>Minutes of the sessions that are named.</summary>
    public static int MinutesOf(DeliveryPlan plan, IReadOnlySet<Guid> attended) =>
        plan.Sessions.Where(session => attended.Contains(session.Id)).Sum(session => session.Minutes);

    /// <summary>The figures of a mission; null when there is nothing to count.</summary>
    internal static async Task<DeliveryFigures?> FindAsync(TechAssistDb db, Guid missionId, CancellationToken cancellationToken)
    {
        var plan = await db.Deliveries.AsNoTracking().Where(row => row.MissionId == missionId).Select(row => row.Plan).SingleOrDefaultAsync(cancellationToken);
        var people = await db.Participants.AsNoTracking().Include(row => row.Attended).Where(row => row.MissionId == missionId).ToListAsync(cancellationToken);
        var figures = Of(plan ?? new DeliveryPlan(), [.. people.Select(row => new CountedParticipant(row.Sex, row.PreTest, row.PostTest, row.Attended.Select(mark => mark.SessionId).ToHashSet()))]);
        return figures is { Total: 0, PreTest: null, PostTest: null } ? null : figures;
    }

    /// <summary>As section 10 of the report has it; what the records do not tell stays as it was.</summary>
    public TrainingData Over(TrainingData? known) => (known ?? new TrainingData()) with
    {
        Women = Total > 0 ? Women : known?.Women,
        Men = Total > 0 ? Men : known?.Men,
        PreTest = Whole(PreTest) ?? known?.PreTest,
        PostTest = Whole(PostTest) ?? known?.PostTest,
    };

    private static int? Whole(decimal? percent) => percent is { } known ? (int)Math.Round(known, MidpointRounding.AwayFromZero) : null;

    private static decimal? Mean(IEnumerable<int?> results) => results.Average() is { } mean ? Round((decimal)mean) : null;

    private static decimal Round(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);
}
