using System.Xml.Linq;

namespace Vaka.XForms.XPath;

/// <summary>What an expression came to.</summary>
public enum XPathValueKind
{
    /// <summary>A string.</summary>
    Text,
    /// <summary>A number.</summary>
    Number,
    /// <summary>True or false.</summary>
    Boolean,
    /// <summary>A moment; a string to the outside and a number of days in calculations.</summary>
    Date,
    /// <summary>Nodes, in document order unless they were shuffled.</summary>
    Nodes,
}

/// <summary>A value of XPath, extended by the moments of OpenRosa. Conversions take the time zone that dates without an offset mean.</summary>
public readonly struct XPathValue
{
    /// <summary>Milliseconds in a day.</summary>
    internal const double Day = 86_400_000;

    private readonly double number;
    private readonly object? reference;

    private XPathValue(XPathValueKind kind, double number, object? reference) => (Kind, this.number, this.reference) = (kind, number, reference);

    /// <summary>The type of the value.</summary>
    public XPathValueKind Kind { get; }

    /// <summary>The nodes; none when the value is something else.</summary>
    public IReadOnlyList<XObject> Nodes => reference as IReadOnlyList<XObject> ?? [];

    /// <summary>A value that nobody made is the empty string.</summary>
    private string Written => reference as string ?? "";

    /// <summary>A string.</summary>
    public static XPathValue Of(string text) => new(XPathValueKind.Text, 0, text);

    /// <summary>A number.</summary>
    public static XPathValue Of(double number) => new(XPathValueKind.Number, number, null);

    /// <summary>True or false.</summary>
    public static XPathValue Of(bool value) => new(XPathValueKind.Boolean, value ? 1 : 0, null);

    /// <summary>Nodes, in the order given.</summary>
    public static XPathValue Of(IReadOnlyList<XObject> nodes) => new(XPathValueKind.Nodes, 0, nodes);

    /// <summary>A moment as milliseconds since 1970-01-01T00:00Z; not a number for a date that cannot be.</summary>
    public static XPathValue OfDate(double milliseconds) => new(XPathValueKind.Date, DateText.InRange(milliseconds), null);

    /// <summary>As boolean(): numbers but 0 and NaN, strings with a character, node-sets with a node, dates that exist.</summary>
    public bool AsBoolean() => Kind switch
    {
        XPathValueKind.Text => Written.Length > 0,
        XPathValueKind.Nodes => Nodes.Count > 0,
        XPathValueKind.Date => !double.IsNaN(number),
        _ => number != 0 && !double.IsNaN(number),
    };

    /// <summary>As number(): dates, and strings that look like dates, are days since 1970-01-01T00:00Z.</summary>
    public double AsNumber(TimeZoneInfo zone) => Kind switch
    {
        XPathValueKind.Text => NumberText.Parse(Written, zone),
        XPathValueKind.Nodes => Nodes.Count == 0 ? double.NaN : NumberText.Parse(TextOf(Nodes[0]), zone),
        XPathValueKind.Date => number / Day,
        _ => number,
    };

    /// <summary>As string(): the first node's text, numbers without exponent, dates in local time with their offset.</summary>
    public string AsText(TimeZoneInfo zone) => Kind switch
    {
        XPathValueKind.Text => Written,
        XPathValueKind.Nodes => Nodes.Count == 0 ? "" : TextOf(Nodes[0]),
        XPathValueKind.Boolean => number != 0 ? "true" : "false",
        XPathValueKind.Date => DateText.Format(number, zone),
        _ => NumberText.Format(number),
    };

    /// <summary>Milliseconds since 1970 of a date; only meaningful for that kind.</summary>
    internal double Milliseconds => number;

    /// <summary>The string-value of a node.</summary>
    internal static string TextOf(XObject node) => node switch
    {
        XElement element => element.Value,
        XAttribute attribute => attribute.Value,
        XText text => text.Value,
        XDocument document => document.Root?.Value ?? "",
        XComment comment => comment.Value,
        XProcessingInstruction instruction => instruction.Data,
        _ => "",
    };
}
