using System.Text;

namespace TechAssist.Core.Experts.Tables;

/// <summary>Finds out how the text of a file is written: its mark, else what holds together as UTF-8 or UTF-16, else the
/// Windows-1252 of older spreadsheets.</summary>
internal static class TableText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <exception cref="InvalidInputException">No text: a program or another binary file.</exception>
    public static (string Text, string Encoding) Read(byte[] bytes)
    {
        var (text, encoding) = Decode(bytes);
        var start = text.AsSpan().TrimStart();
        var isMarkup = start.StartsWith("<!", StringComparison.Ordinal) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<?xml", StringComparison.Ordinal);
        return isMarkup || text.Any(letter => char.IsControl(letter) && letter is not ('\t' or '\r' or '\n' or '\f' or '\u0085')) ? throw TableFile.NotATable() : (text, encoding);
    }

    private static (string Text, string Encoding) Decode(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3), "UTF-8"),
        [0xFF, 0xFE, ..] => (Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2), "UTF-16"),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2), "UTF-16"),
        _ when Zeros(bytes, 1) > bytes.Length / 6 => (Encoding.Unicode.GetString(bytes), "UTF-16"),
        _ when Zeros(bytes, 0) > bytes.Length / 6 => (Encoding.BigEndianUnicode.GetString(bytes), "UTF-16"),
        _ => DecodeUnmarked(bytes),
    };

    private static (string Text, string Encoding) DecodeUnmarked(byte[] bytes)
    {
        try
        {
            return (StrictUtf8.GetString(bytes), "UTF-8");
        }
        catch (DecoderFallbackException)
        {
            return (Western.GetString(bytes), "Windows-1252");
        }
    }

    /// <summary>Zero bytes at the even or the odd places: half of a Latin letter in UTF-16.</summary>
    private static int Zeros(byte[] bytes, int from)
    {
        var count = 0;
        for (var at = from; at < bytes.Length; at += 2)
        {
            count += bytes[at] == 0 ? 1 : 0;
        }

        return count;
    }
}
