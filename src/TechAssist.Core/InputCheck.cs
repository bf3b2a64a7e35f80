using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace TechAssist.Core;

/// <summary>Checks the annotations of an input record and of the records inside it, and says in codes what is wrong,
/// so that page, API and command line can each tell it in the reader's language.</summary>
public static class InputCheck
{
    /// <summary>What is checked of a type, read once: reading annotations is the dear part of a check.</summary>
    private static readonly ConcurrentDictionary<Type, CheckedProperty[]> Known = new();

    /// <exception cref="InvalidInputException">Some field is wrong.</exception>
    public static void ThrowIfInvalid(object input, IEnumerable<FieldError>? more = null)
    {
        List<FieldError> errors = [.. Check(input), .. more ?? []];
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }

    public static IReadOnlyList<FieldError> Check(object input)
    {
        var errors = new List<FieldError>();
        CheckRecord(input, "", errors);
        return errors;
    }

    private static void CheckRecord(object record, string prefix, List<FieldError> errors)
    {
        foreach (var (property, name, rules) in Known.GetOrAdd(record.GetType(), PropertiesOf))
        {
            var field = prefix + name;
            var value = property.GetValue(record);
            var context = rules.Length == 0 ? null : new ValidationContext(record) { MemberName = property.Name };
            if (Array.Find(rules, rule => rule.GetValidationResult(value, context!) != ValidationResult.Success) is { } broken)
            {
                errors.Add(ToError(field, broken));
            }

            CheckInside(value, field, errors);
        }
    }

    private static CheckedProperty[] PropertiesOf(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && property.GetMethod is not null)
            .Select(property => new CheckedProperty(property, JsonNamingPolicy.CamelCase.ConvertName(property.Name), [.. property.GetCustomAttributes<ValidationAttribute>()])),
    ];

    private static void CheckInside(object? value, string field, List<FieldError> errors)
    {
        if (value is string or null)
        {
            return;
        }

        if (value is IEnumerable items)
        {
            var index = 0;
            foreach (var item in items)
            {
                CheckInside(item, $"{field}[{index++}]", errors);
            }

            return;
        }

        if (value.GetType() is { IsClass: true } type && type.Assembly == typeof(InputCheck).Assembly)
        {
            CheckRecord(value, field + ".", errors);
        }
    }

    private static FieldError ToError(string field, ValidationAttribute rule) => rule switch
    {
        // Some attributes bring an English sentence of their own; a code has no spaces.
        _ when rule.ErrorMessage is { } code && !code.Contains(' ', StringComparison.Ordinal) => new FieldError(field, code),
        RequiredAttribute => new FieldError(field, "required"),
        StringLengthAttribute length => new FieldError(field, "too-long", length.MaximumLength),
        MaxLengthAttribute length => new FieldError(field, "too-many", length.Length),
        RangeAttribute range => new FieldError(field, "out-of-range", range.Minimum, range.Maximum),
        EmailAddressAttribute => new FieldError(field, "not-an-email"),
        UrlAttribute => new FieldError(field, "not-a-link"),
        _ => new FieldError(field, "not-valid"),
    };

    private sealed record CheckedProperty(PropertyInfo Property, string Name, ValidationAttribute[] Rules);
}
