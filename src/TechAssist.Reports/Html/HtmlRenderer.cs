namespace TechAssist.Reports.Html;
public static class HtmlRenderer { }
