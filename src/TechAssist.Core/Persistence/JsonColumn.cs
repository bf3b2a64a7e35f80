using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Persistence;

/// <summary>A record stored as JSON text, the same on both databases. It is replaced, never changed in place.</summary>
internal static class JsonColumn
{
    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property)
        where T : class =>
        property.HasConversion(
            value => CoreJson.Write(value),
            text => CoreJson.Read<T>(text),
            new ValueComparer<T>((left, right) => ReferenceEquals(left, right), value => value.GetHashCode(), value => value));
}
