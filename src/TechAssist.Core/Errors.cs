namespace TechAssist.Core;

/// <summary>What is wrong with one field. <paramref name="Field"/> is the camel-case path of the input
/// ("contact.email", "periods[0].from"); <paramref name="Code"/> is a resource key under <c>Error.</c>.</summary>
public sealed record FieldError(string Field, string Code, params object[] Arguments);

/// <summary>The input is wrong, field by field. Nothing was saved.</summary>
public sealed class InvalidInputException(IReadOnlyList<FieldError> errors) : Exception("The input is not valid.")
{
    public InvalidInputException(string field, string code, params object[] arguments)
        : this([new FieldError(field, code, arguments)])
    {
    }

    public IReadOnlyList<FieldError> Errors { get; } = errors;

    public override string Message => string.Join("; ", Errors.Select(error => $"{error.Field}: {error.Code}"));
}

/// <summary>The record is absent, or not the actor's to know of. <paramref name="code"/> is a resource key under <c>Problem.</c>.</summary>
public sealed class NotFoundException(string what, string code = "not-found") : Exception($"{what} was not found.")
{
    public string Code { get; } = code;
}

/// <summary>Allowed input, but the rules say no. <paramref name="code"/> is kebab-case, documented in
/// docs/rules.md, never reused, and a resource key under <c>Rule.</c>.</summary>
public sealed class RuleException(string code, params object[] arguments) : Exception($"Refused: {code}.")
{
    public string Code { get; } = code;

    public IReadOnlyList<object> Arguments { get; } = arguments;
}
