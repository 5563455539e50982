using System.Globalization;
using System.Text.RegularExpressions;

namespace Vaka.XForms.Checking;

/// <summary>How an answer of each type is written, by ODK's XForms specification ("Data Types").</summary>
internal static partial class AnswerTypes
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>True when a non-empty answer is written as its type is; types that are not known hold anything.</summary>
    public static bool Fits(string type, string value) => type switch
    {
        "int" => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "decimal" => double.TryParse(value, Decimal, CultureInfo.InvariantCulture, out var d) && double.IsFinite(d),
        "boolean" => value is "true" or "false" or "1" or "0",
        "date" => DatePattern().IsMatch(value) && IsDay(value),
        "dateTime" => MomentPattern().IsMatch(value) && IsDay(value),
        "time" => TimePattern().IsMatch(value),
        "geopoint" => IsPoint(value),
        "geotrace" => Points(value) is { Count: > 1 } trace && trace.TrueForAll(IsPoint),
        "geoshape" => Points(value) is { Count: > 3 } shape && shape.TrueForAll(IsPoint) && Place(shape[0]) == Place(shape[^1]),
        _ => true,
    };

    /// <summary>True when two values of a type are the same: numbers by value, dates without the time that one of them may have, others by letter.</summary>
    public static bool Same(string type, string left, string right)
    {
        (left, right) = (left.Trim(), right.Trim());
        if (left == right) return true;
        if (double.TryParse(left, Decimal, CultureInfo.InvariantCulture, out var a) && double.TryParse(right, Decimal, CultureInfo.InvariantCulture, out var b))
            // A client that keeps whole numbers has cut off what a calculation left behind the point.
            return Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b))) || (type == "int" && Math.Truncate(a) == Math.Truncate(b));
        return type == "date" && left.Length >= 10 && right.Length >= 10 && left[..10] == right[..10];
    }

    private static bool IsDay(string value) => DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsPoint(string value)
    {
        var parts = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var numbers = new double[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            if (!double.TryParse(parts[i], Decimal, CultureInfo.InvariantCulture, out numbers[i])) return false;
        return parts.Length is >= 2 and <= 4 && Math.Abs(numbers[0]) <= 90 && Math.Abs(numbers[1]) <= 180 && (parts.Length < 4 || numbers[3] >= 0);
    }

    private static List<string> Points(string value) => [.. value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static string Place(string point) => string.Join(' ', point.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2));

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T([01]\d|2[0-4]):[0-5]\d(:[0-6]\d(\.\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MomentPattern();

    [GeneratedRegex(@"^([01]\d|2[0-4]):[0-5]\d(:[0-6]\d(\.\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TimePattern();
}
