using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Experts.Tables;

namespace TechAssist.Web.Infrastructure;

/// <summary>A list as a table that a spreadsheet of the reader's language opens.</summary>
public static class TableDownload
{
    private const string Handler = "Table";

    /// <summary>The table of the list at this address.</summary>
    public static string Address(HttpRequest request) => request.Path + QueryString.Create(
        request.Query.Where(pair => pair.Key is not "after" and not "handler").SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value))).Append(KeyValuePair.Create("handler", (string?)Handler)));

    public static FileContentResult Of(string name, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> lines)
    {
        using var table = new MemoryStream();
        CsvTable.Write(table, columns, lines, Languages.Current == "fr" ? ';' : ',');
        return new FileContentResult(table.ToArray(), "text/csv; charset=utf-8") { FileDownloadName = name + ".csv" };
    }

    public static string Day(DateTime? at) => at?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Day(DateOnly on) => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
