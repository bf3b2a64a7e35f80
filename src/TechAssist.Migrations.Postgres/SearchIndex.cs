using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TechAssist.Core.Persistence;

namespace TechAssist.Migrations.Postgres.Migrations;

/// <summary>The full-text index, which the model knows nothing of: a generated column of <c>search_entries</c> with the stems of its words,
/// and its index. Written by hand, and run after the generated migration (docs/adr/0012-search.md).
/// Its namespace is that of the generated ones: the tool puts a new migration where the last one is.</summary>
[DbContext(typeof(TechAssistDb))]
[Migration("20990101000000_SearchIndex")]
public sealed class SearchIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            ALTER TABLE search_entries ADD COLUMN lexemes tsvector GENERATED ALWAYS AS (
                to_tsvector('french'::regconfig, coalesce(fr, '') || ' ' || coalesce(en, ''))
                || to_tsvector('french'::regconfig, words)
                || to_tsvector('english'::regconfig, words)) STORED;
            """);
        migrationBuilder.Sql("CREATE INDEX ix_search_entries_lexemes ON search_entries USING gin (lexemes);");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP INDEX ix_search_entries_lexemes;");
        migrationBuilder.Sql("ALTER TABLE search_entries DROP COLUMN lexemes;");
    }
}
