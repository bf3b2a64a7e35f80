namespace TechAssist.Core.EndOfMission.Photos;

/// <summary>The quality gate of the photos: each has its caption and a text for those who do not see it, and somebody has decided about the
/// persons in it. A photo without consent passes: it stays in the house.</summary>
public static class PhotoRules
{
    /// <param name="language">The report's.</param>
    public static IEnumerable<FieldError> Check(ReportContent content, string language) => content.Photos.SelectMany((photo, index) => Check(photo, $"photos[{index}]", language));

    private static IEnumerable<FieldError> Check(ReportPhoto photo, string field, string language)
    {
        if (string.IsNullOrWhiteSpace(language == "fr" ? photo.Caption.Fr : photo.Caption.En))
        {
            yield return new FieldError($"{field}.caption.{language}", "required");
        }
        else if (photo.Caption.Length > ReportPhoto.MostText)
        {
            yield return new FieldError(field + ".caption", "too-long", ReportPhoto.MostText);
        }

        if (string.IsNullOrWhiteSpace(photo.AltText))
        {
            yield return new FieldError(field + ".altText", "required");
        }

        if (photo.ShowsPersons is null)
        {
            yield return new FieldError(field + ".showsPersons", "photo-persons-open");
        }
        else if (photo is { ShowsPersons: true, HasConsent: null })
        {
            yield return new FieldError(field + ".hasConsent", "photo-consent-open");
        }
        else if (photo is { ShowsPersons: true, HasConsent: true, SaysWhoAgreed: false })
        {
            yield return new FieldError(field + ".consentBy", "photo-consent-by-whom");
        }
    }
}
