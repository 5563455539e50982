using System.Globalization;

namespace Vaka.XForms.XPath;

/// <summary>Numbers as XPath writes and reads them.</summary>
internal static class NumberText
{
    public static double Parse(string text, TimeZoneInfo zone)
    {
        var trimmed = text.AsSpan().Trim(" \t\r\n");
        if (IsNumber(trimmed)) return double.Parse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture);
        return DateText.LooksLikeDate(trimmed) ? DateText.Parse(trimmed, zone) / XPathValue.Day : double.NaN;
    }

    /// <summary>The shortest digits that mean this number, without an exponent.</summary>
    public static string Format(double value)
    {
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return value > 0 ? "Infinity" : "-Infinity";
        if (value == 0) return "0";
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var exponentAt = shortest.IndexOf('E', StringComparison.Ordinal);
        if (exponentAt < 0) return shortest;
        var sign = value < 0 ? "-" : "";
        var mantissa = shortest[sign.Length..exponentAt];
        var exponent = int.Parse(shortest.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var whole = (point < 0 ? mantissa.Length : point) + exponent;
        if (whole <= 0) return $"{sign}0.{new string('0', -whole)}{digits}";
        return whole >= digits.Length ? sign + digits.PadRight(whole, '0') : $"{sign}{digits[..whole]}.{digits[whole..]}";
    }

    /// <summary>
    /// Rounds half away from zero in decimals, not in binary fractions: what is written 1.475 has two decimals 1.48.
    /// A negative count of decimals rounds before the point.
    /// </summary>
    public static double Round(double value, double decimals)
    {
        if (double.IsNaN(value) || double.IsInfinity(value) || double.IsNaN(decimals)) return double.IsNaN(decimals) ? double.NaN : value;
        var places = (int)Math.Clamp(Math.Truncate(decimals), -400, 400);
        var moved = Shift(Math.Abs(value), places);
        // More decimals than the number can hold change nothing.
        if (double.IsInfinity(moved) || moved > 1L << 53) return value;
        var rounded = Shift(Math.Round(moved, MidpointRounding.AwayFromZero), -places);
        return value < 0 && rounded != 0 ? -rounded : rounded;
    }

    private static double Shift(double value, int places)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var at = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = at < 0 ? 0 : int.Parse(text.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return double.Parse($"{(at < 0 ? text : text[..at])}E{(exponent + places).ToString(CultureInfo.InvariantCulture)}", NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>-? digits with at most one point and, as clients accept, an exponent.</summary>
    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        if (text is ['-', ..]) text = text[1..];
        var exponent = text.IndexOfAny('e', 'E');
        if (exponent >= 0)
        {
            var power = text[(exponent + 1)..];
            if (power is ['-' or '+', ..]) power = power[1..];
            if (power.IsEmpty || power.ContainsAnyExceptInRange('0', '9')) return false;
            text = text[..exponent];
        }
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? [] : text[(point + 1)..];
        return whole.Length + fraction.Length > 0 && !whole.ContainsAnyExceptInRange('0', '9') && !fraction.ContainsAnyExceptInRange('0', '9');
    }
}
