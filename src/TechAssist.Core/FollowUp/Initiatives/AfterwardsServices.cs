using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core.EndOfMission.Recommended;

namespace TechAssist.Core.FollowUp.Initiatives;

/// <summary>What became of a mission's initiatives and recommendations.</summary>
internal static class AfterwardsServices
{
    public static IServiceCollection AddAfterwards(this IServiceCollection services) => services
        .AddScoped<FollowOnNeed>()
        .AddScoped<ListInitiatives>()
        .AddScoped<GetInitiative>()
        .AddScoped<NoteInitiative>()
        .AddScoped<TakeUpInitiative>()
        .AddScoped<KeepEvidence>()
        .AddScoped<AttachDeliverableEvidence>()
        .AddScoped<VerifyRecommendation>()
        .AddScoped<SupersedeRecommendation>()
        .AddScoped<NameOwner>()
        .AddScoped<SweepReminders>()
        .AddScoped<SweepAges>();
}
