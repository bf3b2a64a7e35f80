using Microsoft.Extensions.DependencyInjection;

namespace TechAssist.Core.Experts.Staffing;

/// <summary>Registers what finds, explains and proposes experts.</summary>
public static class StaffingServices
{
    public static IServiceCollection AddStaffing(this IServiceCollection services) => services
        .AddSingleton<RosterCopy>()
        .AddScoped<ReadSeats>().AddScoped<FindMatches>().AddScoped<ListStopped>().AddScoped<RuleOnConflict>()
        .AddScoped<GetWeights>().AddScoped<SaveWeights>().AddScoped<ConfirmAvailability>().AddScoped<OrderShortlist>().AddScoped<SweepRosterChanges>()
        .AddScoped<AddExperts>().AddScoped<PlanTeams>().AddScoped<TryWeights>().AddScoped<GetFairness>();
}
