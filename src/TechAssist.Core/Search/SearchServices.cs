using Microsoft.Extensions.DependencyInjection;

namespace TechAssist.Core.Search;

/// <summary>What was learnt. The host adds the <see cref="ITextSearch"/> of its database.</summary>
internal static class SearchServices
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddScoped<SearchLessons>()
        .AddScoped<FindSimilarCases>();
}
