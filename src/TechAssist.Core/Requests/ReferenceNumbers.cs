using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Requests;

/// <summary>The last number given, a row for each year and country.</summary>
public sealed class ReferenceCounter
{
    private ReferenceCounter()
    {
    }

    public int Year { get; private set; }

    public string Country { get; private set; } = "";

    public int Last { get; private set; }
}

internal sealed class ReferenceCounterMapping : IEntityTypeConfiguration<ReferenceCounter>
{
    public void Configure(EntityTypeBuilder<ReferenceCounter> builder)
    {
        builder.ToTable("reference_counters");
        builder.HasKey(counter => new { counter.Year, counter.Country });
        builder.Property(counter => counter.Year).ValueGeneratedNever();
        builder.Property(counter => counter.Country).HasMaxLength(2);
    }
}

/// <summary>Gives references <c>TA-year-country-number</c>. Call inside a transaction: a number rolled back is given again,
/// a number saved never.</summary>
public sealed class ReferenceNumbers(TechAssistDb db)
{
    public async Task<string> NextAsync(int year, string country, CancellationToken cancellationToken)
    {
        var next = (await db.Database
            .SqlQuery<int>($"""
                INSERT INTO reference_counters (year, country, last) VALUES ({year}, {country}, 1)
                ON CONFLICT (year, country) DO UPDATE SET last = reference_counters.last + 1
                RETURNING last AS "Value"
                """)
            .ToListAsync(cancellationToken)).Single();
        return string.Create(CultureInfo.InvariantCulture, $"TA-{year:D4}-{country}-{next:D4}");
    }
}
