using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Vaka.XForms;
using Vaka.XForms.Checking;
using Vaka.XForms.Forms;
using Vaka.XForms.Submissions;
using Vaka.XForms.XlsForms;

namespace Vaka.Product.Tests.Assessment.Collection;

/// <summary>A form of <c>content/forms</c>: its workbook, what it compiles to, and submissions filled in as a person with a device could.</summary>
internal sealed partial class HouseForm
{
    private static readonly XNamespace X = "http://www.w3.org/2002/xforms";
    private readonly XDocument compiled;
    private readonly FormCheck check;

    private HouseForm(string path)
    {
        using var file = File.OpenRead(path);
        Name = Path.GetFileNameWithoutExtension(path);
        Workbook = WorkbookReader.Read(file, path);
        var result = XlsFormCompiler.Compile(Workbook, "data", Name);
        Problems = result.Problems;
        compiled = result.Form ?? throw new InvalidOperationException(string.Join('\n', result.Problems));
        Form = XForm.Read(result.ToXml());
        check = new FormCheck(Form);
    }

    public static string Folder { get; } = Path.Combine(Motu.Content, "forms");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.xlsx").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    public static IEnumerable<HouseForm> All => Names.Select(n => Of(n.Data));

    public static HouseForm Of(string name) => new(Path.Combine(Folder, name + ".xlsx"));

    public string Name { get; }

    public Workbook Workbook { get; }

    public IReadOnlyList<FormProblem> Problems { get; }

    public XForm Form { get; }

    public IReadOnlyList<FormProblem> Unreadable => check.Unreadable;

    /// <summary>Rows of a sheet as heading → cell.</summary>
    public IEnumerable<Dictionary<string, string>> Rows(string sheet) => Workbook[sheet].Rows.Select(r => r.Cells.ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal));

    /// <summary>Flags of a submission. The list of services beside the form holds one.</summary>
    public IReadOnlyList<Flag> Check(XElement answers) => check.Check(Submission.Read(Encoding.UTF8.GetBytes(answers.ToString())), new(TimeZoneInfo.Utc, TimeProvider.System)
    {
        Files = source => source == "jr://file-csv/services.csv"
            ? XDocument.Parse("<root><item><name>0b7e1c52-0000-4000-a000-000000000001</name><label>Clinic</label><__version>1</__version><service_code>XM-HEALTH-001</service_code></item></root>") : null,
    });

    /// <summary>The form with these values, by name of the question, and nothing else.</summary>
    public XElement Only(params (string Name, string Value)[] values)
    {
        var answers = Blank();
        foreach (var (name, value) in values) Leaf(answers, name).Value = value;
        foreach (var leaf in answers.Descendants().Where(e => !e.HasElements && e.Value.Length == 0).ToList()) leaf.Remove();
        return answers;
    }

    /// <summary>
    /// Every question answered: as given, else with the first choice, 1 or a sentence. Calculations and what is not asked in that case are then settled as a
    /// device does, by the form's own rules; a rule that stays broken stays in the flags.
    /// </summary>
    public XElement Filled(params (string Name, string Value)[] values)
    {
        var answers = Blank();
        var given = values.GroupBy(v => v.Name).ToDictionary(v => v.Key, v => v.Last().Value, StringComparer.Ordinal);
        foreach (var node in Form.Root.All().Where(n => n.Kind == FormNodeKind.Value && (n.Control is not null || n.Bind.Calculate is not null || given.ContainsKey(n.Name) || n.Bind.Preload is not null)))
            if (answers.Descendants().FirstOrDefault(e => PathOf(e) == node.Path) is { } element && node.Name != "instanceID" && !IsNote(node))
                element.Value = given.GetValueOrDefault(node.Name) ?? Made(node);
        foreach (var repeat in Form.Root.All().Where(n => n.Kind == FormNodeKind.Repeat))
        {
            var one = answers.Descendants().First(e => PathOf(e) == repeat.Path);
            one.AddAfterSelf(new XElement(one));
        }
        for (var round = 0; round < 200; round++)
        {
            var flags = Check(answers).Where(f => f.Kind is FlagKind.Calculation or FlagKind.NotRelevant or FlagKind.Type).ToList();
            // What is asked may depend on what is calculated, so that comes first.
            if (flags.Find(f => f.Kind != FlagKind.NotRelevant) is { } wrong) At(answers, wrong.Path)!.Value = wrong.Kind == FlagKind.Type ? "0" : wrong.Rule;
            else if (flags.Count == 0) break;
            else foreach (var flag in flags) At(answers, flag.Path)!.Value = "";
        }
        return answers;
    }

    /// <summary>The only element of that name.</summary>
    public static XElement Leaf(XElement answers, string name) => answers.Descendants().Where(e => e.Name.LocalName == name).ToList() is [var one, ..] ? one : throw new InvalidOperationException(name);

    /// <summary>A question shows a text and takes no answer.</summary>
    public static bool IsNote(FormNode node) => node is { Control.Name: "input", Bind.ReadOnly: not null };

    private XElement Blank()
    {
        var blank = new XElement(compiled.Descendants(X + "instance").First().Elements().First());
        foreach (var template in blank.Descendants().Where(e => e.Attributes().Any(a => a.Name.LocalName == "template")).ToList()) template.Remove();
        Leaf(blank, "instanceID").Value = "uuid:1";
        return blank;
    }

    private string Made(FormNode node) => node switch
    {
        { Control: null, Bind.Calculate: not null } => "?",
        { Control.HasChoices: true } => FirstChoice(node.Control!),
        { Bind.Type: "int" } => "1",
        { Bind.Type: "geopoint" } => "-17.7412 168.3219 0 1000",
        { Bind.Type: "dateTime" } => "2026-11-20T10:00:00.000+11:00",
        { Bind.Type: "date" } => "2026-11-20",
        _ => "An office that answers in our language.",
    };

    private string FirstChoice(FormControl control) =>
        control.ItemsetNodes is not { } nodes ? control.Choices[0]
        : compiled.Descendants(X + "instance").First(i => (string?)i.Attribute("id") == ListOf().Match(nodes).Groups["id"].Value).Descendants(X + "name").FirstOrDefault()?.Value ?? "";

    private static XElement? At(XElement answers, string path) => answers.DescendantsAndSelf().FirstOrDefault(e => PathOf(e, places: true) == path);

    private static string PathOf(XElement element, bool places = false) => string.Concat(element.AncestorsAndSelf().Reverse().Select(e =>
    {
        var place = places ? e.ElementsBeforeSelf(e.Name).Count() + 1 : 1;
        return $"/{e.Name.LocalName}{(place > 1 ? $"[{place}]" : "")}";
    }));

    [GeneratedRegex(@"instance\('(?<id>[^']+)'\)", RegexOptions.None, 1000)]
    private static partial Regex ListOf();
}
