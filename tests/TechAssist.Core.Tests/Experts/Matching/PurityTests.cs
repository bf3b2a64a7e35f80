using System.Reflection;
using TechAssist.Core.Experts.Matching;

namespace TechAssist.Core.Tests.Experts.Matching;

public sealed class PurityTests
{
    [Test]
    public void Matching_knows_no_database()
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var strangers = typeof(Matcher).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Matcher).Namespace)
            .Where(type => type.GetMethods(All).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType))
                .Concat(type.GetFields(All).Select(field => field.FieldType))
                .Any(used => used.FullName?.Contains("EntityFramework", StringComparison.Ordinal) == true || used.Name == "TechAssistDb"))
            .Select(type => type.Name);

        Assert.That(strangers, Is.Empty);
    }
}
