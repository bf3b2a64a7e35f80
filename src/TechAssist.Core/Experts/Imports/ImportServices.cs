using Microsoft.Extensions.DependencyInjection;

namespace TechAssist.Core.Experts.Imports;

/// <summary>Registers what puts tables on the roster and takes them out.</summary>
public static class ImportServices
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddScoped<StartImport>().AddScoped<SteerImport>().AddScoped<GetImport>().AddScoped<ListImportLines>()
        .AddScoped<CheckLines>().AddScoped<RunLines>().AddScoped<UndoLines>().AddScoped<WorkOnImports>().AddScoped<SweepImports>()
        .AddScoped<ExportRoster>();
}
