using System.Globalization;
using System.Text.RegularExpressions;

namespace Vaka.XForms.XPath;

/// <summary>Dates and times of day as OpenRosa writes them; what has no offset is in the caller's time zone.</summary>
internal static partial class DateText
{
    private static readonly DateTime Epoch = DateTime.UnixEpoch;
    private static readonly double Earliest = (DateTime.MinValue - Epoch).TotalMilliseconds + XPathValue.Day;
    private static readonly double Latest = (DateTime.MaxValue - Epoch).TotalMilliseconds - XPathValue.Day;

    /// <summary>Whole milliseconds, or NaN when no calendar of four digits holds them.</summary>
    public static double InRange(double milliseconds) => milliseconds >= Earliest && milliseconds <= Latest ? Math.Round(milliseconds) : double.NaN;

    public static bool LooksLikeDate(ReadOnlySpan<char> text) => text.Length >= 8 && text[4] == '-' && DatePattern().IsMatch(text);

    /// <summary>Milliseconds since 1970 UTC; NaN for what is no date.</summary>
    public static double Parse(ReadOnlySpan<char> text, TimeZoneInfo zone)
    {
        if (DatePattern().Match(text.ToString()) is not { Success: true } match) return double.NaN;
        int year = Whole(match, "year"), month = Whole(match, "month"), day = Whole(match, "day");
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return double.NaN;
        if (!TryTimeOfDay(match, out var time)) return double.NaN;
        var local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        var milliseconds = (local - Epoch).TotalMilliseconds + time.TotalMilliseconds;
        return InRange(milliseconds - (OffsetOf(match) ?? zone.GetUtcOffset(local > DateTime.MinValue.AddDays(1) ? Saturated(local, time) : local)).TotalMilliseconds);
    }

    /// <summary>A time of day (or of a whole date and time) as a fraction of the day in the zone; NaN for what is no time.</summary>
    /// <param name="text">Such as 14:30:00.000+11:00.</param>
    /// <param name="zone">Zone of a whole date, and of the result.</param>
    /// <param name="local">Offset of the zone on the day that is meant, for a time with an offset of its own.</param>
    public static double ParseTime(string text, TimeZoneInfo zone, TimeSpan local)
    {
        var trimmed = text.Trim();
        if (LooksLikeDate(trimmed)) return Local(Parse(trimmed, zone), zone) is { } moment ? moment.TimeOfDay.TotalMilliseconds / XPathValue.Day : double.NaN;
        if (TimePattern().Match(trimmed) is not { Success: true } match || !TryTimeOfDay(match, out var time)) return double.NaN;
        var milliseconds = time.TotalMilliseconds;
        if (OffsetOf(match) is { } offset) milliseconds += (local - offset).TotalMilliseconds;
        return ((milliseconds % XPathValue.Day) + XPathValue.Day) % XPathValue.Day / XPathValue.Day;
    }

    /// <summary>The moment in the zone; null for a date that cannot be.</summary>
    public static DateTimeOffset? Local(double milliseconds, TimeZoneInfo zone) =>
        double.IsNaN(InRange(milliseconds)) ? null : TimeZoneInfo.ConvertTime(new DateTimeOffset(Epoch.AddMilliseconds(milliseconds)), zone);

    /// <summary>Only the date at midnight, else date, time and offset.</summary>
    public static string Format(double milliseconds, TimeZoneInfo zone) => Local(milliseconds, zone) switch
    {
        null => "Invalid Date",
        { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        { } moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
    };

    private static DateTime Saturated(DateTime day, TimeSpan time) => day < DateTime.MaxValue.AddDays(-2) ? day + time : day;

    private static bool TryTimeOfDay(Match match, out TimeSpan time)
    {
        time = TimeSpan.Zero;
        if (!match.Groups["hour"].Success) return true;
        int hour = Whole(match, "hour"), minute = Whole(match, "minute"), second = match.Groups["second"].Success ? Whole(match, "second") : 0;
        var fraction = match.Groups["fraction"] is { Success: true, Length: > 0 } digits ? double.Parse($"0.{digits.Value}", CultureInfo.InvariantCulture) : 0;
        time = new TimeSpan(0, hour, minute, second, (int)(fraction * 1000));
        return minute < 60 && second < 60 && (hour < 24 || (hour == 24 && minute == 0 && second == 0 && fraction == 0));
    }

    private static TimeSpan? OffsetOf(Match match)
    {
        if (match.Groups["zone"] is not { Success: true } zone) return null;
        if (zone.ValueSpan is "Z" or "z") return TimeSpan.Zero;
        var offset = new TimeSpan(Whole(match, "ahead"), match.Groups["ahead2"].Success ? Whole(match, "ahead2") : 0, 0);
        return zone.ValueSpan[0] == '-' ? -offset : offset;
    }

    private static int Whole(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})(?:[Tt](?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:\.(?<fraction>[0-9]*))?)?(?<zone>[Zz]|[+-](?<ahead>[0-9]{2})(?::?(?<ahead2>[0-9]{2}))?)?)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"^(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:\.(?<fraction>[0-9]*))?)?(?<zone>[Zz]|[+-](?<ahead>[0-9]{2})(?::?(?<ahead2>[0-9]{2}))?)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TimePattern();
}
