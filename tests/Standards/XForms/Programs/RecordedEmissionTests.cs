using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Vaka.XForms.XPath;

namespace Vaka.Standards.Tests.XForms.Programs;

/// <summary>The evaluations recorded from Enketo's evaluator: what JavaScript makes of each that is not refused is what the server makes of it.</summary>
public class RecordedEmissionTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 30, 15, 250, TimeSpan.Zero);

    [Fact]
    public void Every_accepted_case_comes_out_as_on_the_server()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SharedData.Path("xpath-cases.json")));
        var zone = TimeZoneInfo.FindSystemTimeZoneById(file.RootElement.GetProperty("timezone").GetString()!);
        using var light = new LightRuntime(zone);
        var emitted = new EmittedCase(light);
        List<string> differences = [];
        int same = 0, refused = 0;
        foreach (var recorded in file.RootElement.GetProperty("cases").EnumerateArray())
        {
            var (expression, xml, path) = (recorded.GetProperty("expr").GetString()!, recorded.GetProperty("xml").GetString()!, recorded.GetProperty("context").GetString()!);
            // Chance gives another value each time; comments and the like are not in our tree.
            if (expression.Contains("random()", StringComparison.Ordinal) || expression.Contains("uuid(", StringComparison.Ordinal) || Place(path) is not { } place || Document(xml) is not { } document) continue;
            if (NodeAt(document, path) is not { } node) continue;
            string? script;
            try
            {
                script = EmittedCase.Script(expression, out _, node as XElement ?? node.Parent ?? document.Root);
            }
            catch (XPathException)
            {
                continue;
            }
            if (script is null)
            {
                refused++;
                continue;
            }
            var kind = recorded.GetProperty("result").GetString() switch { "boolean" => "boolean", "number" => "number", "string" => "string", _ => "nodes" };
            var wanted = Wanted(expression, node, zone, kind);
            string was;
            try
            {
                was = emitted.Run(script, document.ToString(SaveOptions.DisableFormatting), place, Now, kind);
            }
            catch (Jint.Runtime.JavaScriptException e)
            {
                was = $"refused ({e.Message})";
            }
            if (Same(wanted, was, kind)) same++;
            else differences.Add($"{expression} @ {path}: the server {wanted}, the client {was}");
        }
        output.WriteLine($"{same} the same, {differences.Count} differ, {refused} refused");
        foreach (var difference in differences.Distinct(StringComparer.Ordinal)) output.WriteLine(difference);
        Assert.Empty(differences);
        Assert.True(same > 900, $"only {same} cases were compared");
    }

    private static string Wanted(string expression, XObject node, TimeZoneInfo zone, string kind)
    {
        try
        {
            var value = XPathExpression.Parse(expression).Evaluate(new EvaluationContext(node, zone, new Stopped()) { UnprefixedMatchesAnyNamespace = true });
            return kind switch
            {
                "boolean" => value.AsBoolean() ? "true" : "false",
                "number" => value.AsNumber(zone).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
                "string" => value.AsText(zone),
                _ => value.Kind == XPathValueKind.Nodes ? string.Join('|', value.Nodes.Select(n => $"{Name(n)}={XPathValue.TextOf(n)}")) : "refused",
            };
        }
        catch (XPathException)
        {
            return "refused";
        }
    }

    private static bool Same(string wanted, string was, string kind)
    {
        if (wanted == was || (wanted == "refused" && was.StartsWith("refused", StringComparison.Ordinal))) return true;
        // Sines and powers may differ in the last digit between machines.
        return kind == "number" && double.TryParse(wanted, System.Globalization.CultureInfo.InvariantCulture, out var a) && double.TryParse(was, System.Globalization.CultureInfo.InvariantCulture, out var b) && Math.Abs(a - b) <= 1e-14 * Math.Abs(a);
    }

    private static string Name(XObject node) => node switch { XElement e => e.Name.LocalName, XAttribute a => a.Name.LocalName, _ => "" };

    private static XDocument? Document(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null });
        var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        return document.DocumentType is not null || document.DescendantNodes().Any(n => n is XComment or XProcessingInstruction or XCData) ? null : document;
    }

    // "/node()[1]/node()[2]" as "0/1": children of an element that has elements stand in the tree with the text between them.
    private static string? Place(string path) => path.Contains("text()", StringComparison.Ordinal) ? null
        : string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(s => s[0] == '@' ? s : (int.Parse(s["node()[".Length..^1], System.Globalization.CultureInfo.InvariantCulture) - 1).ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static XObject? NodeAt(XDocument document, string path)
    {
        XObject node = document;
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step[0] == '@') return ((XElement)node).Attributes().FirstOrDefault(a => a.Name.LocalName == step[1..]);
            node = ((XContainer)node).Nodes().ElementAt(int.Parse(step["node()[".Length..^1], System.Globalization.CultureInfo.InvariantCulture) - 1);
        }
        // A text alone in an element is no node of our tree.
        return node is XText ? null : node;
    }

    private sealed class Stopped : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
