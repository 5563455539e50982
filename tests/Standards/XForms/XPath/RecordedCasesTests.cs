using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Vaka.XForms.XPath;

namespace Vaka.Standards.Tests.XForms.XPath;

/// <summary>The evaluations recorded from the evaluator of Enketo, all through our engine.</summary>
public class RecordedCasesTests(ITestOutputHelper output)
{
    /// <summary>Expressions that may differ, each with its reason; never more than one in a hundred.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal);

    [Fact]
    public void At_least_99_of_100_come_out_as_recorded()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SharedData.Path("xpath-cases.json")));
        var zone = TimeZoneInfo.FindSystemTimeZoneById(file.RootElement.GetProperty("timezone").GetString()!);
        int passed = 0, excepted = 0, all = 0;
        foreach (var recorded in file.RootElement.GetProperty("cases").EnumerateArray())
        {
            all++;
            if (Difference(recorded, zone) is not { } difference) passed++;
            else if (Exceptions.ContainsKey(Text(recorded, "expr"))) excepted++;
            else output.WriteLine($"{Text(recorded, "file")}: {Text(recorded, "expr")} @ {Text(recorded, "context")}: {difference}");
        }
        output.WriteLine($"{passed} of {all} as recorded, {excepted} excepted");
        Assert.True(all > 1000, $"only {all} cases were found");
        Assert.True(passed >= 0.99 * all, $"{passed} of {all} as recorded");
        Assert.True(passed + excepted == all, $"{all - passed - excepted} cases differ without a reason given");
    }

    private static string? Difference(JsonElement recorded, TimeZoneInfo zone)
    {
        XPathValue value;
        try
        {
            var context = new EvaluationContext(NodeAt(Load(Text(recorded, "xml")), Text(recorded, "context")), zone, TimeProvider.System);
            value = XPathExpression.Parse(Text(recorded, "expr")).Evaluate(context);
        }
        catch (XPathException refused)
        {
            return recorded.TryGetProperty("error", out _) ? null : $"refused: {refused.Message}";
        }
        if (recorded.TryGetProperty("error", out var error)) return $"should fail ({error}), was {value.AsText(zone)}";
        var wanted = recorded.GetProperty("value");
        return Text(recorded, "result") switch
        {
            "boolean" => Compare(wanted.GetBoolean(), value.AsBoolean()),
            "number" => Same(wanted, value.AsNumber(zone)),
            "string" => Compare(wanted.GetString(), value.AsText(zone)),
            _ => Compare(string.Join(' ', wanted.EnumerateArray().Select(path => path.GetString())), string.Join(' ', value.Nodes.Select(PathOf))),
        };
    }

    private static string? Compare<T>(T wanted, T was) => Equals(wanted, was) ? null : $"wanted {wanted}, was {was}";

    private static string? Same(JsonElement wanted, double was)
    {
        var number = wanted.ValueKind == JsonValueKind.Number ? wanted.GetDouble() : wanted.GetString() switch
        {
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => double.NaN,
        };
        return number.Equals(was) || Math.Abs(number - was) <= 1e-14 * Math.Abs(number) ? null : $"wanted {number:R}, was {was:R}";
    }

    private static XDocument Load(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static XObject NodeAt(XDocument document, string path)
    {
        XObject node = document;
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            node = step[0] == '@'
                ? ((XElement)node).Attributes().First(attribute => NameOf(attribute) == step)
                : ((XContainer)node).Nodes().ElementAt(int.Parse(step["node()[".Length..^1]) - 1);
        return node;
    }

    private static string PathOf(XObject node)
    {
        if (node is XDocument) return "/";
        var parent = node.Parent ?? (XContainer)node.Document!;
        var step = node is XAttribute attribute ? NameOf(attribute) : $"node()[{parent.Nodes().TakeWhile(sibling => sibling != node).Count() + 1}]";
        return parent is XDocument ? $"/{step}" : $"{PathOf(parent)}/{step}";
    }

    private static string NameOf(XAttribute attribute) =>
        attribute.Parent!.GetPrefixOfNamespace(attribute.Name.Namespace) is { Length: > 0 } prefix ? $"@{prefix}:{attribute.Name.LocalName}" : $"@{attribute.Name.LocalName}";

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
