using Microsoft.Extensions.DependencyInjection;

namespace TechAssist.Core.EndOfMission.Word;

/// <summary>Registers what takes a report to Word and back.</summary>
public static class WordServices
{
    public static IServiceCollection AddReportInWord(this IServiceCollection services) => services
        .AddScoped<GetWordForm>().AddScoped<SendWordReport>().AddScoped<GetWordUpload>().AddScoped<TakeWordReport>();
}
