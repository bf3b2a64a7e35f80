using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace TechAssist.Web.Infrastructure;

/// <summary>Adds and removes rows of a list in a form without JavaScript: the button posts the form with
/// <c>row=add:Input.Results</c> or <c>row=remove:Input.Results[2]</c> (or, inside a row, <c>row=add:Input.Profiles[0].Languages</c>), and the same page comes back with the row.</summary>
public static partial class FormRows
{
    public const string Button = "row";

    /// <returns>False when the post was not one of these buttons.</returns>
    public static bool Change(PortalPage page)
    {
        if (!page.Request.HasFormContentType || page.Request.Form[Button].FirstOrDefault() is not { } text || Command().Match(text) is not { Success: true } match)
        {
            return false;
        }

        var path = match.Groups["path"].Value;
        var index = match.Groups["index"].Success ? int.Parse(match.Groups["index"].Value, CultureInfo.InvariantCulture) : -1;
        if (Find(page, path) is not var (owner, property) || ItemType(property.PropertyType) is not { } itemType)
        {
            return false;
        }

        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(itemType))!;
        foreach (var item in property.GetValue(owner) as IEnumerable ?? Array.Empty<object>())
        {
            list.Add(item);
        }

        if (match.Groups["act"].Value == "add")
        {
            list.Add(itemType == typeof(string) ? "" : Activator.CreateInstance(itemType));
        }
        else if (index >= 0 && index < list.Count)
        {
            list.RemoveAt(index);
        }

        property.SetValue(owner, list);
        Forget(page, path);
        return true;
    }

    private static (object Owner, PropertyInfo Property)? Find(object page, string path)
    {
        var owner = (object?)page;
        var names = path.Split('.');
        for (var level = 0; owner is not null; level++)
        {
            var name = names[level].Split('[');
            var property = owner.GetType().GetProperty(name[0], BindingFlags.Public | BindingFlags.Instance);
            if (property is null || !property.CanWrite)
            {
                return null;
            }

            if (level == names.Length - 1)
            {
                return name.Length == 1 ? (owner, property) : null;
            }

            owner = property.GetValue(owner);
            if (name.Length > 1)
            {
                var index = int.Parse(name[1].TrimEnd(']'), CultureInfo.InvariantCulture);
                owner = owner is IList list && index < list.Count ? list[index] : null;
            }
        }

        return null;
    }

    private static Type? ItemType(Type type) =>
        type != typeof(string) && type.IsGenericType && type.GetGenericArguments() is [var item] && type.IsAssignableFrom(typeof(List<>).MakeGenericType(item))
            ? item
            : null;

    /// <summary>Rows moved up: what was typed is in the list now, and no longer to be taken from the post by its old place.</summary>
    private static void Forget(PortalPage page, string path)
    {
        foreach (var key in page.ModelState.Keys.Where(key => key.StartsWith(path, StringComparison.OrdinalIgnoreCase)).ToList())
        {
            page.ModelState.Remove(key);
        }

        foreach (var key in page.ModelState.Keys.ToList())
        {
            page.ModelState.ClearValidationState(key);
        }
    }

    [GeneratedRegex(@"^(?<act>add|remove):(?<path>Input(\.[A-Za-z]+(\[\d{1,4}\](?=\.))?)+)(\[(?<index>\d{1,4})\])?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Command();
}
