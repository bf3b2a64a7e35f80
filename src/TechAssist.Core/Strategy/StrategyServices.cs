using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core.Strategy.Dossiers;

namespace TechAssist.Core.Strategy;

/// <summary>Registers what the committee's follow-up is made of.</summary>
internal static class StrategyServices
{
    public static IServiceCollection AddStrategy(this IServiceCollection services) => services
        .AddScoped<StrategyScope>()
        .AddScoped<StrategyCases>()
        .AddScoped<StrategyOutcomes>()
        .AddScoped<FindInitiatives>()
        .AddScoped<GetStrategy>()
        .AddScoped<ListStrategyCases>()
        .AddScoped<ListStrategyRecommendations>()
        .AddScoped<MakeDossier>();
}
