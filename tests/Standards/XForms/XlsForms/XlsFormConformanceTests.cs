using System.Collections;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Vaka.XForms.XlsForms;

namespace Vaka.Standards.Tests.XForms.XlsForms;

/// <summary>Forms and expectations of the reference compiler, where they lie beside the checkout.</summary>
public sealed class XlsFormConformanceTests
{
    // Given to the harness itself, or refused only by another program that reads what is written.
    private static readonly string[] OfTheHarness = ["test_pyxformtestcase"];

    [Fact]
    public void Nearly_all_cases_are_taken_or_refused_as_expected_and_hold_what_they_must()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(SharedData.Path("cases.json")));
        var (all, failed) = (0, new List<string>());
        foreach (var one in cases.RootElement.GetProperty("cases").EnumerateArray())
        {
            if (one.GetProperty("baseline").GetProperty("result").GetString() != "pass" || OfTheHarness.Contains(one.GetProperty("file").GetString())) continue;
            if (one.GetProperty("sheets") is not { ValueKind: JsonValueKind.Object } sheets || !sheets.EnumerateObject().Any() || one.GetProperty("input").GetString() == "survey") continue;
            all++;
            if (!Holds(one, Compile(sheets, one.GetProperty("form_name").GetString()!))) failed.Add(one.GetProperty("id").GetString()!);
        }
        Assert.True(failed.Count * 50 <= all, $"{failed.Count} of {all} fail: {string.Join(", ", failed.Take(30))}");
    }

    private static XDocument? Compile(JsonElement sheets, string root)
    {
        try
        {
            return XlsFormCompiler.Compile(new([.. sheets.EnumerateObject().Select(s => (s.Name, Rows(s.Value)))]), root).Form;
        }
        catch (FormRefusedException)
        {
            return null;
        }
    }

    private static IEnumerable<IReadOnlyList<string?>> Rows(JsonElement rows) =>
        rows.EnumerateArray().Select(r => (IReadOnlyList<string?>)[.. r.EnumerateArray().Select(c => c.ValueKind == JsonValueKind.Null ? null : c.ToString())]);

    private static bool Holds(JsonElement one, XDocument? form)
    {
        if (form is null || one.GetProperty("expect").GetString() != "ok") return form is null == (one.GetProperty("expect").GetString() != "ok");
        var names = new XmlNamespaceManager(new NameTable());
        foreach (var space in one.GetProperty("ns").EnumerateObject()) names.AddNamespace(space.Name, space.Value.GetString()!);
        return one.GetProperty("assertions").EnumerateArray().Where(a => a.GetProperty("kind").GetString() == "xpath_count")
            .All(a => Distinct(form.XPathEvaluate(a.GetProperty("xpath").GetString()!.Trim(), names)) == a.GetProperty("count").GetInt32());
    }

    // Attributes of equal value count once, as the reference counts them.
    private static int Distinct(object found) =>
        found is IEnumerable many and not string ? many.Cast<object>().Select(o => o is XAttribute a ? a.Value : o is XText t ? t.Value : o).Distinct().Count() : 1;
}
