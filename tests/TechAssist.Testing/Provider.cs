namespace TechAssist.Testing;

/// <summary>Which database a fixture runs on: <c>[TestFixture(Provider.Sqlite)] [TestFixture(Provider.Postgres)]</c>.</summary>
public enum Provider
{
    Sqlite,
    Postgres,
}
