using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Persistence;

/// <summary>A data-protection key, kept in the database so that several nodes read each other's cookies.</summary>
public sealed class ProtectionKey
{
    private ProtectionKey()
    {
    }

    public ProtectionKey(string name, string xml) => (Name, Xml) = (name, xml);

    public int Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Xml { get; private set; } = "";
}

internal sealed class ProtectionKeyMapping : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder) => builder.ToTable("protection_keys");
}
