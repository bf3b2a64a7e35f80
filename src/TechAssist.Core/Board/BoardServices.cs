using Microsoft.Extensions.DependencyInjection;

namespace TechAssist.Core.Board;

/// <summary>Registers what the board is made of.</summary>
internal static class BoardServices
{
    public static IServiceCollection AddBoard(this IServiceCollection services) => services
        .AddScoped<GetBoard>()
        .AddScoped<PastCases>()
        .AddScoped<GetStepTimes>()
        .AddScoped<CaseLegs>()
        .AddScoped<ListBoardOfficers>();
}
