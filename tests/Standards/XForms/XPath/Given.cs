using System.Xml.Linq;
using Vaka.XForms.XPath;

namespace Vaka.Standards.Tests.XForms.XPath;

/// <summary>A small household form of the fictional state Motu, at a known moment in a known zone (UTC+11).</summary>
internal static class Given
{
    public const string Household = """
        <data id="household" version="3" xmlns:jr="http://openrosa.org/javarosa">
          <village>Sulu</village>
          <visited>2024-03-05</visited>
          <income>1200.50</income>
          <languages>fr bi en</languages>
          <nothing/>
          <person jr:template=""><name>Ana</name><age>34</age></person>
          <person><name>Bo</name><age>7</age><pet><kind>dog</kind></pet><pet><kind>hen</kind></pet></person>
          <person><name>Cy</name><age/><pet><kind>pig</kind></pet></person>
        </data>
        """;

    public const string Villages = "<root><item><name>Sulu</name><label>Sulu Bay</label><island>north</island></item><item><name>Tora</name><label>Tora Point</label><island>south</island></item></root>";

    public static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone("Motu", TimeSpan.FromHours(11), "Motu", "Motu");

    /// <summary>6 March in Motu, still 5 March in UTC.</summary>
    public static readonly DateTimeOffset Moment = new(2024, 3, 5, 20, 30, 15, 250, TimeSpan.Zero);

    /// <summary>Evaluates at the node that the path leads to.</summary>
    public static XPathValue Value(string expression, string at = "/data", string xml = Household) => XPathExpression.Parse(expression).Evaluate(Context(at, xml));

    public static string Text(string expression, string at = "/data", string xml = Household) => Value(expression, at, xml).AsText(Zone);

    public static double Number(string expression, string at = "/data", string xml = Household) => Value(expression, at, xml).AsNumber(Zone);

    public static bool Truth(string expression, string at = "/data", string xml = Household) => Value(expression, at, xml).AsBoolean();

    /// <summary>Texts of the nodes with a stroke between them; attributes with their names.</summary>
    public static string Nodes(string expression, string at = "/data", string xml = Household) => string.Join('|', Value(expression, at, xml).Nodes.Select(Describe));

    public static XPathException Refusal(string expression, string at = "/data") => Assert.Throws<XPathException>(() => Value(expression, at));

    public static EvaluationContext Context(string at = "/data", string xml = Household)
    {
        var document = XDocument.Parse(xml);
        var villages = XDocument.Parse(Villages);
        var root = new EvaluationContext(document, Zone, new Stopped());
        return new EvaluationContext(XPathExpression.Parse(at).EvaluateNodes(root)[0], Zone, new Stopped())
        {
            Instances = id => id == "villages" ? villages : null,
            ChoiceName = (value, path) => $"{value} of {path}",
            Texts = id => $"text {id}",
            Random = new Random(5),
            Functions = new Dictionary<string, Func<IReadOnlyList<XPathValue>, XPathValue>>(StringComparer.Ordinal)
            {
                ["motu:double"] = arguments => XPathValue.Of(2 * arguments[0].AsNumber(Zone)),
            },
        };
    }

    private static string Describe(XObject node) => node switch
    {
        XAttribute attribute => $"@{attribute.Name.LocalName}={attribute.Value}",
        XDocument => "/",
        XElement element when element.HasElements => element.Name.LocalName,
        XElement element => $"{element.Name.LocalName}={element.Value}",
        _ => node.ToString() ?? "",
    };

    private sealed class Stopped : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Moment;
    }
}
