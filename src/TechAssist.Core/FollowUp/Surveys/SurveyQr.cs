using QRCoder;

namespace TechAssist.Core.FollowUp.Surveys;

/// <summary>The square code of an address, as cameras read it. A quarter of it may be stained.</summary>
public static class SurveyQr
{
    /// <summary>Row by row, with the white border cameras need; true is black.</summary>
    public static IReadOnlyList<IReadOnlyList<bool>> Squares(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.Q);
        return [.. code.ModuleMatrix.Select(row => (IReadOnlyList<bool>)[.. row.Cast<bool>()])];
    }

    /// <summary>As a drawing to put into a page.</summary>
    public static string Svg(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.Q);
        using var svg = new SvgQRCode(code);
        return svg.GetGraphic(1, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
