namespace TechAssist.Core.EndOfMission.Recommended;

/// <summary>Who answers for a recommendation, mostly somebody without an account.</summary>
/// <param name="Language">"fr" or "en": of the mails and of the page behind their links.</param>
public sealed record ProgressOwner(string Name, string Email, string Language);
