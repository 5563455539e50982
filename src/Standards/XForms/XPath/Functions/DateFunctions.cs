using System.Globalization;
using System.Text;

namespace Vaka.XForms.XPath;

/// <summary>Dates of OpenRosa. A date and a date with time are one type here: the date alone is its midnight.</summary>
internal static class DateFunctions
{
    public static void Add(FunctionTable.Register add)
    {
        add("now", 0, 0, call => XPathValue.OfDate(call.Evaluation.Now.ToUnixTimeMilliseconds()));
        add("today", 0, 0, Today);
        add("date", 1, 1, call => ToDate(call.Value(0), call.Evaluation.Zone));
        add("date-time", 1, 1, call => ToDate(call.Value(0), call.Evaluation.Zone));
        add("decimal-date-time", 1, 1, call => XPathValue.Of(ToDate(call.Value(0), call.Evaluation.Zone) is { Kind: XPathValueKind.Date } date ? date.Milliseconds / XPathValue.Day : double.NaN));
        add("decimal-time", 1, 1, call => XPathValue.Of(DateText.ParseTime(call.Text(0), call.Evaluation.Zone, call.Evaluation.Zone.GetUtcOffset(call.Evaluation.Now))));
        add("format-date", 2, 2, Format);
        add("format-date-time", 2, 2, Format);
    }

    private static XPathValue Today(Arguments call)
    {
        var zone = call.Evaluation.Zone;
        var midnight = TimeZoneInfo.ConvertTime(call.Evaluation.Now, zone).Date;
        return XPathValue.OfDate((midnight - DateTime.UnixEpoch - zone.GetUtcOffset(midnight)).TotalMilliseconds);
    }

    /// <summary>Numbers are days since 1970 UTC; an empty answer stays empty; true and false are no dates.</summary>
    private static XPathValue ToDate(XPathValue value, TimeZoneInfo zone)
    {
        switch (value.Kind)
        {
            case XPathValueKind.Date: return value;
            case XPathValueKind.Number: return XPathValue.OfDate(value.AsNumber(zone) * XPathValue.Day);
            case XPathValueKind.Boolean: return XPathValue.OfDate(double.NaN);
        }
        var text = value.AsText(zone).Trim();
        return text.Length == 0 ? XPathValue.Of("") : XPathValue.OfDate(NumberText.Parse(text, zone) * XPathValue.Day);
    }

    private static XPathValue Format(Arguments call)
    {
        var (date, pattern) = (ToDate(call.Value(0), call.Evaluation.Zone), call.Text(1));
        if (date.Kind != XPathValueKind.Date || DateText.Local(date.Milliseconds, call.Evaluation.Zone) is not { } moment) return XPathValue.Of("");
        var culture = call.Evaluation.Context.Culture;
        var result = new StringBuilder();
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] != '%') result.Append(pattern[at]);
            else if (++at == pattern.Length) throw call.Fault("The format ends in a single %; write %% for the sign itself.");
            else result.Append(Part(pattern[at], moment, culture) ?? throw call.Fault($"The format has “%{pattern[at]}”, which means nothing in a date."));
        }
        return XPathValue.Of(result.ToString());
    }

    private static string? Part(char letter, DateTimeOffset moment, CultureInfo culture) => letter switch
    {
        '%' => "%",
        'Y' => Digits(moment.Year, 4),
        'y' => Digits(moment.Year % 100, 2),
        'm' => Digits(moment.Month, 2),
        'n' => Digits(moment.Month, 1),
        'B' => moment.ToString("MMMM", culture),
        'b' => moment.ToString("MMM", culture),
        'd' => Digits(moment.Day, 2),
        'e' => Digits(moment.Day, 1),
        'W' => Digits(ISOWeek.GetWeekOfYear(moment.DateTime), 1),
        'H' => Digits(moment.Hour, 2),
        'h' => Digits(moment.Hour, 1),
        'M' => Digits(moment.Minute, 2),
        'S' => Digits(moment.Second, 2),
        '3' => Digits(moment.Millisecond, 3),
        'A' => moment.ToString("dddd", culture),
        'a' => moment.ToString("ddd", culture),
        'Z' => moment.ToString("zzz", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Digits(int value, int length) => value.ToString($"D{length}", CultureInfo.InvariantCulture);
}
