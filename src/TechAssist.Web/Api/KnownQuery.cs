using System.Reflection;
using System.Text.Json;
using TechAssist.Core;

namespace TechAssist.Web.Api;

/// <summary>A value in the address that the endpoint does not know is refused by name: a filter with a slip in it would
/// otherwise answer everything.</summary>
internal static class KnownQuery
{
    public static EndpointFilterDelegate Filter(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var known = context.MethodInfo.GetParameters().SelectMany(Names).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return async call =>
        {
            var unknown = call.HttpContext.Request.Query.Keys.Where(key => !known.Contains(key)).ToList();
            return unknown.Count == 0
                ? await next(call)
                : throw new InvalidInputException([.. unknown.Take(10).Select(key => new FieldError(key.Length <= 100 ? key : key[..100] + "…", "unknown-field"))]);
        };
    }

    private static IEnumerable<string> Names(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<AsParametersAttribute>() is not null)
        {
            return parameter.ParameterType.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        }

        return parameter.ParameterType == typeof(string) ? [parameter.Name!] : [];
    }
}
