using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TechAssist.Core.Persistence;

namespace TechAssist.Migrations.Sqlite.Migrations;

/// <summary>The full-text index, which the model knows nothing of: an FTS5 table over the words of <c>search_entries</c>, kept by triggers
/// in whatever transaction changes a row. Written by hand, and run after the generated migration (docs/adr/0012-search.md).
/// Its namespace is that of the generated ones: the tool puts a new migration where the last one is.</summary>
[DbContext(typeof(TechAssistDb))]
[Migration("20990101000000_SearchIndex")]
public sealed class SearchIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE VIRTUAL TABLE search_words USING fts5(words, content='search_entries', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2');");
        migrationBuilder.Sql("CREATE TRIGGER search_entries_added AFTER INSERT ON search_entries BEGIN INSERT INTO search_words(rowid, words) VALUES (new.id, new.words); END;");
        migrationBuilder.Sql("CREATE TRIGGER search_entries_removed AFTER DELETE ON search_entries BEGIN INSERT INTO search_words(search_words, rowid, words) VALUES ('delete', old.id, old.words); END;");
        migrationBuilder.Sql(
            "CREATE TRIGGER search_entries_changed AFTER UPDATE ON search_entries BEGIN "
            + "INSERT INTO search_words(search_words, rowid, words) VALUES ('delete', old.id, old.words); INSERT INTO search_words(rowid, words) VALUES (new.id, new.words); END;");
        migrationBuilder.Sql("INSERT INTO search_words(search_words) VALUES ('rebuild');");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TRIGGER search_entries_changed;");
        migrationBuilder.Sql("DROP TRIGGER search_entries_removed;");
        migrationBuilder.Sql("DROP TRIGGER search_entries_added;");
        migrationBuilder.Sql("DROP TABLE search_words;");
    }
}
