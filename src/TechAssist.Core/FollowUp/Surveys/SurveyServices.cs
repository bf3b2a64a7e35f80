using Microsoft.Extensions.DependencyInjection;

namespace TechAssist.Core.FollowUp.Surveys;

internal static class SurveyServices
{
    public static IServiceCollection AddSurveys(this IServiceCollection services) => services
        .AddScoped<OpenSurvey>().AddScoped<ProlongSurvey>().AddScoped<CloseSurvey>().AddScoped<AnswerSurvey>()
        .AddScoped<GetSurvey>().AddScoped<HideWords>().AddScoped<ExportSurvey>().AddScoped<BuildSurveySheet>();
}
