using System.Buffers.Text;
using System.Text.Json;

namespace TechAssist.Core;

/// <summary>A page of a list. <paramref name="After"/> asks for the next one; null on the last.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? After);

/// <summary>Cuts a page out of one row more than it holds.</summary>
public static class Page
{
    public static Page<TItem> Of<TRow, TItem>(List<TRow> rows, int size, Func<TRow, PageMark> mark, Func<TRow, TItem> show)
    {
        var after = rows.Count > size ? mark(rows[size - 1]).Write() : null;
        return new Page<TItem>([.. rows.Take(size).Select(show)], after);
    }
}

/// <summary>Where a page ended: the sort key and the id of its last row. Travels in addresses as base64url.</summary>
public sealed record PageMark(string Key, Guid Id)
{
    public string Write() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this, CoreJson.Options));

    /// <returns>Null for an absent mark.</returns>
    /// <exception cref="InvalidInputException">It is not a mark a page gave.</exception>
    public static PageMark? Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<PageMark>(Base64Url.DecodeFromChars(text), CoreJson.Options) is { Key: not null } mark
                ? mark
                : throw new InvalidInputException("after", "not-valid");
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            throw new InvalidInputException("after", "not-valid");
        }
    }
}
