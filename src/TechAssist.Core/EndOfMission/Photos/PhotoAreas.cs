using Microsoft.Extensions.DependencyInjection;

namespace TechAssist.Core.EndOfMission.Photos;

internal static class PhotoAreas
{
    public static IServiceCollection AddPhotos(this IServiceCollection services) => services
        .AddScoped<AddPhoto>()
        .AddScoped<OpenPhoto>();
}
