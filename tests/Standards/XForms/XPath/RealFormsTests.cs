using System.Xml.Linq;
using Vaka.XForms.XPath;

namespace Vaka.Standards.Tests.XForms.XPath;

/// <summary>Every expression of the published forms beside the checkout is read, and no function in them is unknown.</summary>
public sealed class RealFormsTests(ITestOutputHelper output)
{
    private static readonly string[] Expressions = ["relevant", "constraint", "calculate", "required", "readonly", "nodeset", "ref", "value", "count"];

    [Fact]
    public void Expressions_of_published_forms_are_understood()
    {
        List<string> faults = [];
        int read = 0, known = 0;
        foreach (var file in Directory.EnumerateFiles(SharedData.Path("forms"), "*.xml"))
            foreach (var (at, text) in ExpressionsIn(XDocument.Load(file)))
            {
                try
                {
                    var tree = XPathExpression.Parse(text).Tree;
                    read++;
                    faults.AddRange(ExpressionCheck.Of(tree).Select(problem => $"{Path.GetFileName(file)}: {text}: {problem.Message}"));
                    if (Dependencies.Of(tree, at).All(dependency => dependency.Path is not null)) known++;
                }
                catch (XPathException refused)
                {
                    faults.Add($"{Path.GetFileName(file)}: {text}: {refused.Message}");
                }
            }
        output.WriteLine($"{read} expressions read; all they depend on is known for {known}");
        foreach (var fault in faults.Distinct(StringComparer.Ordinal)) output.WriteLine(fault);
        Assert.True(read > 100, $"only {read} expressions were found");
        Assert.Empty(faults);
    }

    private static IEnumerable<(string? At, string Text)> ExpressionsIn(XDocument form)
    {
        foreach (var attribute in form.Descendants().Attributes())
        {
            var element = attribute.Parent!.Name.LocalName;
            if (!Expressions.Contains(attribute.Name.LocalName) || attribute.Value.Length == 0 || attribute.Value.StartsWith("jr:itext", StringComparison.Ordinal)) continue;
            if (attribute.Name.LocalName == "value" && element is not "output" and not "setvalue") continue;
            if (attribute.Parent.Ancestors().Any(above => above.Name.LocalName == "instance")) continue;
            yield return (element == "bind" ? attribute.Parent.Attribute("nodeset")?.Value : null, attribute.Value);
        }
    }
}
