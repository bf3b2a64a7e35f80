using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using TechAssist.Core.Persistence;

namespace TechAssist.Migrations.Sqlite;

/// <summary>Lets <c>dotnet ef</c> build the model for this database; it never connects.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<TechAssistDb>
{
    public TechAssistDb CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<TechAssistDb>()
            .UseSqlite("Data Source=design.db", database => database.MigrationsAssembly(typeof(DesignTime).Assembly.GetName().Name))
            .UseSnakeCaseNamingConvention()
            .Options);
}
