using System.Text.Json;
using System.Text.Json.Serialization;
using TechAssist.Core;

namespace TechAssist.Web.Samples;

/// <summary>Reads files that people write by hand: a field nobody knows and a field that comes twice are faults, because they
/// are mostly misspelt.</summary>
public static class StrictJson
{
    public static readonly JsonSerializerOptions Options = new(CoreJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        AllowTrailingCommas = false,
    };

    /// <summary>The bytes of a UTF-8 text file, without its byte order mark.</summary>
    /// <exception cref="FaultyFileException">There is no such file, or it cannot be read.</exception>
    public static byte[] ReadFile(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            var message = exception is FileNotFoundException or DirectoryNotFoundException ? "There is no such file." : exception.Message;
            throw new FaultyFileException(new FileFault(path, 0, "", message));
        }
    }

    /// <exception cref="FaultyFileException">It is not JSON.</exception>
    public static JsonLines ReadLines(string path, byte[] utf8)
    {
        try
        {
            return JsonLines.Read(utf8);
        }
        catch (JsonException exception)
        {
            throw new FaultyFileException(new FileFault(path, (exception.LineNumber ?? 0) + 1, "", $"This is not JSON: {Plain(exception)}"));
        }
        catch (InvalidOperationException)
        {
            throw new FaultyFileException(new FileFault(path, 0, "", "This is not JSON: there are characters that are not UTF-8."));
        }
    }

    /// <summary>The place inside the value that was read, and what is wrong there, in words.</summary>
    public static (string Field, string Message) Explain(JsonException exception)
    {
        var field = (exception.Path ?? "$").TrimStart('$').TrimStart('.').Replace("['", ".", StringComparison.Ordinal).Replace("']", "", StringComparison.Ordinal);
        return (field, Plain(exception));
    }

    private static string Plain(JsonException exception)
    {
        var text = exception.Message;
        var end = text.IndexOf(" Path: $", StringComparison.Ordinal);
        text = end < 0 ? text : text[..end];
        end = text.IndexOf(" LineNumber:", StringComparison.Ordinal);
        text = end < 0 ? text : text[..end];
        return text switch
        {
            _ when text.Contains("could not be mapped", StringComparison.Ordinal) => $"There is no field {Quoted(text)} here.",
            _ when text.Contains("missing required properties", StringComparison.Ordinal) => $"Missing: {text[(text.LastIndexOf(':') + 1)..].Trim()}",
            _ when text.Contains("could not be converted", StringComparison.Ordinal) => "The value is not of the kind that belongs here.",
            _ when text.Contains("Duplicate", StringComparison.OrdinalIgnoreCase) => "This field is given twice.",
            _ => text.Trim(),
        };
    }

    private static string Quoted(string text)
    {
        var from = text.IndexOf('\'');
        var to = text.IndexOf('\'', from + 1);
        return from < 0 || to < 0 ? "" : text[from..(to + 1)];
    }
}
