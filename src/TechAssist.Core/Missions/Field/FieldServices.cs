using Microsoft.Extensions.DependencyInjection;

namespace TechAssist.Core.Missions.Field;

/// <summary>The acts and queries of missions under way and of what must be in order before them.</summary>
public static class FieldServices
{
    public static IServiceCollection AddField(this IServiceCollection services) => services
        .AddScoped<NoteAlarm>().AddScoped<WriteNote>().AddScoped<CorrectNote>().AddScoped<ListNotes>()
        .AddScoped<ListDeployed>().AddScoped<ExportDeployed>()
        .AddScoped<ChangeChecklist>().AddScoped<ChecklistAlarms>().AddScoped<SweepChecklists>()
        .AddScoped<RecordDebrief>().AddScoped<BuildMinutes>();
}
