using System.Reflection;
using System.Xml.Linq;
using NUnit.Framework;
using TechAssist.Core;
using TechAssist.Core.Persistence;

namespace TechAssist.Web.Tests.Architecture;

/// <summary>References point down only: Web → Core → Workflow, Reports. Pages and endpoints never see the database.</summary>
public sealed class DependencyRules
{
    private static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["TechAssist.Workflow"] = [],
        ["TechAssist.Reports"] = [],
        ["TechAssist.Core"] = ["TechAssist.Workflow", "TechAssist.Reports"],
        ["TechAssist.Migrations.Sqlite"] = ["TechAssist.Core"],
        ["TechAssist.Migrations.Postgres"] = ["TechAssist.Core"],
        ["TechAssist.Web"] = ["TechAssist.Core", "TechAssist.Migrations.Sqlite", "TechAssist.Migrations.Postgres"],
    };

    private static readonly Dictionary<string, string[]> MayTake = new()
    {
        ["TechAssist.Workflow"] = ["Jint", "Acornima"],
        ["TechAssist.Reports"] = ["SkiaSharp", "HarfBuzzSharp", "DocumentFormat.OpenXml"],
        ["TechAssist.Core"] =
        [
            "Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Abstractions", "Microsoft.EntityFrameworkCore.Relational",
            "Microsoft.AspNetCore.Identity.EntityFrameworkCore", "Microsoft.Extensions", "MailKit", "MimeKit", "DiffPlex", "Markdig", "Google.OrTools", "Ical.Net",
            // Tables in and out.
            "CsvHelper", "DocumentFormat.OpenXml", "QRCoder",
        ],
    };

    public static IEnumerable<string> Projects => MayReference.Keys;

    [TestCaseSource(nameof(Projects))]
    public void A_project_references_only_what_lies_below_it(string project)
    {
        var file = Path.Combine(Root, "src", project, project + ".csproj");
        var references = XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        Assert.That(references, Is.SubsetOf(MayReference[project]));
    }

    [TestCase("TechAssist.Workflow")]
    [TestCase("TechAssist.Reports")]
    [TestCase("TechAssist.Core")]
    public void An_assembly_uses_only_the_libraries_of_its_place(string project)
    {
        string[] allowed = [.. MayTake[project], .. MayReference[project], "System", "netstandard"];
        var used = Assembly.Load(project).GetReferencedAssemblies().Select(assembly => assembly.Name!);

        var strangers = used.Where(name => !allowed.Any(start => name == start || name.StartsWith(start + ".", StringComparison.Ordinal)))
            .Concat(used.Where(IsProvider));

        Assert.That(strangers, Is.Empty);
    }

    [Test]
    public void Only_the_infrastructure_of_the_host_knows_which_database_it_is()
    {
        var strangers = TypesOf("TechAssist.Web")
            .Where(type => !IsIn(type, "TechAssist.Web.Infrastructure") && !IsIn(type, "TechAssist.Web.Cli"))
            .Where(type => Uses(type).Any(used => IsProvider(used.Assembly.GetName().Name!)))
            .Select(type => type.FullName);

        Assert.That(strangers, Is.Empty);
    }

    [Test]
    public void Pages_and_endpoints_never_see_the_database()
    {
        var strangers = TypesOf("TechAssist.Web")
            .Where(type => IsIn(type, "TechAssist.Web.Pages") || IsIn(type, "TechAssist.Web.Api"))
            .Where(type => Uses(type).Contains(typeof(TechAssistDb)))
            .Select(type => type.FullName);

        Assert.That(strangers, Is.Empty);
    }

    [Test]
    public void An_area_of_the_core_is_not_the_hosts()
    {
        Assert.That(typeof(Actor).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name), Has.None.EqualTo("TechAssist.Web"));
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TechAssist.sln")))
            {
                folder = folder.Parent;
            }

            return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }
    }

    private static bool IsProvider(string assembly) =>
        assembly.StartsWith("Npgsql", StringComparison.Ordinal) || assembly.Contains("Sqlite", StringComparison.Ordinal);

    private static bool IsIn(Type type, string space) =>
        type.Namespace == space || type.Namespace?.StartsWith(space + ".", StringComparison.Ordinal) == true;

    private static Type[] TypesOf(string assembly) => Assembly.Load(assembly).GetTypes();

    /// <summary>The types a type shows in its fields (captured constructor parameters are fields), methods and constructors.</summary>
    private static IEnumerable<Type> Uses(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return type.GetFields(All).Select(field => field.FieldType)
            .Concat(type.GetConstructors(All).SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType))
            .Concat(type.GetMethods(All).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)));
    }
}
