using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core.Missions.Delivery.Papers;

namespace TechAssist.Core.Missions.Delivery;

/// <summary>The acts and queries of what a mission delivers.</summary>
internal static class DeliveryServices
{
    public static IServiceCollection AddDelivery(this IServiceCollection services) => services
        .AddScoped<GetDelivery>()
        .AddScoped<SaveDelivery>()
        .AddScoped<MoveSessions>()
        .AddScoped<AddParticipant>()
        .AddScoped<ChangeParticipant>()
        .AddScoped<ImportParticipants>()
        .AddScoped<MarkAttendance>()
        .AddScoped<NoteTests>()
        .AddScoped<ChooseCertificates>()
        .AddScoped<RepeatMission>()
        .AddScoped<TakeTrainingFigures>()
        .AddScoped<BuildDelivery>();
}
