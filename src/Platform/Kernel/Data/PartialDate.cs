using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Vaka.Kernel.Data;

/// <summary>
/// A date as sources give it: a year, a month or a day, never more precise than what was said (the calendar part of ISO 8601-1 reduced
/// precision: <c>2021</c>, <c>2021-03</c>, <c>2021-03-15</c>). Years 1 to 9999. Ordered by its first day; equal only at equal precision.
/// </summary>
public readonly record struct PartialDate : IComparable<PartialDate>, IParsable<PartialDate>
{
    private readonly short _year;
    private readonly byte _month, _day;

    /// <summary>A year, a month (<paramref name="day"/> 0) or a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such date.</exception>
    public PartialDate(int year, int month = 0, int day = 0)
    {
        if (day > 0 && month == 0) throw new ArgumentOutOfRangeException(nameof(day), "A day needs a month.");
        _ = new DateOnly(year, month == 0 ? 1 : month, day == 0 ? 1 : day);
        (_year, _month, _day) = ((short)year, (byte)month, (byte)day);
    }

    /// <summary>The year.</summary>
    public int Year => _year;

    /// <summary>First day it can mean.</summary>
    public DateOnly First => new(_year == 0 ? 1 : _year, _month == 0 ? 1 : _month, _day == 0 ? 1 : _day);

    /// <summary>Last day it can mean.</summary>
    public DateOnly Last => _day > 0 ? First : _month > 0 ? First.AddMonths(1).AddDays(-1) : First.AddYears(1).AddDays(-1);

    /// <summary>A day.</summary>
    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <inheritdoc/>
    public int CompareTo(PartialDate other) => First.CompareTo(other.First);

    /// <summary>ISO form at its own precision.</summary>
    public override string ToString() =>
        _day > 0 ? $"{_year:0000}-{_month:00}-{_day:00}" : _month > 0 ? $"{_year:0000}-{_month:00}" : $"{_year:0000}";

    /// <summary>As a reader of this culture writes it: <c>2021</c>, <c>March 2021</c>, <c>15 March 2021</c>.</summary>
    public string ToString(CultureInfo culture) =>
        _day > 0 ? First.ToString("d MMMM yyyy", culture) : _month > 0 ? First.ToString("MMMM yyyy", culture) : _year.ToString("0000", culture);

    /// <inheritdoc/>
    public static PartialDate Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var date) ? date : throw new FormatException($"'{s}' is not a date such as 2021, 2021-03 or 2021-03-15.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PartialDate result)
    {
        result = default;
        var text = s.AsSpan().Trim();
        if (text.Length is not (4 or 7 or 10) || (text.Length > 4 && text[4] != '-') || (text.Length > 7 && text[7] != '-')) return false;
        var month = 0;
        var day = 0;
        if (!Digits(text[..4], out var year) || year == 0 || (text.Length > 4 && (!Digits(text[5..7], out month) || month is < 1 or > 12))
            || (text.Length > 7 && (!Digits(text[8..], out day) || day < 1 || day > DateTime.DaysInMonth(year, month)))) return false;
        result = new(year, month, day);
        return true;
    }

    /// <summary>Earlier first day.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;
    /// <summary>Later first day.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;
    /// <summary>Same or earlier first day.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;
    /// <summary>Same or later first day.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    private static bool Digits(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
