using System.IO.Compression;
using System.Security;
using System.Text;
using Vaka.XForms;
using Vaka.XForms.Forms;
using Vaka.XForms.XlsForms;

namespace Vaka.Fuzz.Targets;

/// <summary>
/// XLSForms: Markdown, whose words are damaged and reach the compiler; workbooks damaged as files; and workbooks damaged inside and packed again.
/// </summary>
internal static class WorkbookTargets
{
    private const string Form = """
        | survey |
        | | type | name | label::English (en) | label::Français (fr) | relevant | constraint | calculation | choice_filter | parameters | repeat_count | trigger |
        | | start | start |
        | | select_one yn or_other | q | Sure? | Sûr ? | | | | | randomize=true, seed=3 |
        | | select_multiple v | where | Where, ${q}? | Où ? | selected(${q}, 'yes') | count-selected(.) < 3 | | big=${q} |
        | | begin_repeat | people | People | Personnes | | | | | | ${n} |
        | | integer | age | Age | Âge | ${q} != '' | . >= 0 and . < 130 |
        | | end_repeat |
        | | range | r | R | R | | | | | start=0 end=10 step=1 |
        | | calculate | n | | | | | count(${people}) + sum(${age}) | | | | ${q} |
        | choices |
        | | list_name | name | label::English (en) | label::Français (fr) | big | media::image |
        | | yn | yes | Yes | Oui | | a.jpg |
        | | yn | no | No | Non |
        | | v | v1 | One | Un | yes |
        | settings |
        | | form_title | form_id | version | default_language | instance_name |
        | | Fuzz | fuzz | 1 | English (en) | concat(${q}, ' ', ${n}) |
        """;

    private const string Entities = """
        | survey |
        | | type | name | label | save_to | required | appearance |
        | | begin_group | g | G | | | field-list |
        | | text | who | Who | full_name | yes |
        | | select_one_from_file places.csv | place | Where |
        | | geopoint | at | At | | | placement-map |
        | | end_group |
        | | audit | audit |
        | entities |
        | | list_name | label |
        | | people | ${who} |
        """;

    private const string Book = "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>{0}</sheets></workbook>";
    private const string Links = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{0}</Relationships>";

    public static IReadOnlyList<string> Names { get; } = ["xlsform", "workbook", "workbook-inside"];

    public static IReadOnlyList<ITarget> Make()
    {
        var parts = Parts(Form);
        return
        [
            new PureTarget("xlsform", 400, [Encoding.UTF8.GetBytes(Form), Encoding.UTF8.GetBytes(Entities)], b => Compile(b, "form.md")),
            new PureTarget("workbook", 400, [Pack(parts, CompressionLevel.Optimal), Pack(Parts(Entities), CompressionLevel.NoCompression)], b => Compile(b, "form.xlsx")),
            new PureTarget("workbook-inside", 300, [Joined(parts), Joined(Parts(Entities))], b => Compile(Pack(Split(b), CompressionLevel.NoCompression), "form.xlsx")),
        ];
    }

    private static void Compile(byte[] input, string name)
    {
        try
        {
            using var file = new MemoryStream(input);
            var result = XlsFormCompiler.Compile(WorkbookReader.Read(file, name));
            if (result.Form is null && !result.Problems.Any(p => p.IsError)) throw new FindingException("refused without an error");
            // What is accepted is an XForm that the server itself reads.
            if (result.Form is not null) _ = XForm.Read(result.ToXml());
        }
        catch (FormRefusedException e) when (e.Problem.Message.Length > 0)
        {
            // what it declares
        }
    }

    // The tables of a form as the parts of a workbook.
    private static List<(string Name, byte[] Content)> Parts(string markdown)
    {
        var sheets = new List<(string Name, List<string[]> Rows)>();
        foreach (var line in markdown.Split('\n'))
        {
            var cells = line.Trim().Trim('|').Split('|').Select(c => c.Trim()).ToArray();
            if (cells[0].Length > 0) sheets.Add((cells[0], []));
            else sheets[^1].Rows.Add(cells[1..]);
        }
        var parts = new List<(string, byte[])>
        {
            ("xl/workbook.xml", Encoding.UTF8.GetBytes(Book.Replace("{0}", string.Concat(sheets.Select((s, i) => $"<sheet name='{s.Name}' sheetId='{i + 1}' r:id='r{i}'/>")), StringComparison.Ordinal))),
            ("xl/_rels/workbook.xml.rels", Encoding.UTF8.GetBytes(Links.Replace("{0}", string.Concat(sheets.Select((_, i) => $"<Relationship Id='r{i}' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet{i}.xml'/>")), StringComparison.Ordinal))),
        };
        parts.AddRange(sheets.Select((s, i) => ($"xl/worksheets/sheet{i}.xml", Encoding.UTF8.GetBytes("<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
            + string.Concat(s.Rows.Select((row, r) => $"<row r='{r + 1}'>{string.Concat(row.Select((c, at) => c.Length == 0 ? "" : $"<c r='{(char)('A' + at)}{r + 1}' t='inlineStr'><is><t>{SecurityElement.Escape(c)}</t></is></c>"))}</row>")) + "</sheetData></worksheet>"))));
        return parts;
    }

    private static byte[] Pack(IEnumerable<(string Name, byte[] Content)> parts, CompressionLevel level)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                var entry = zip.CreateEntry(name, level);
                entry.LastWriteTime = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero); // the same bytes in every run
                using var part = entry.Open();
                part.Write(content);
            }
        return stream.ToArray();
    }

    // Name, NUL, content, NUL and so on; Latin-1 keeps every byte.
    private static byte[] Joined(IEnumerable<(string Name, byte[] Content)> parts) => Encoding.Latin1.GetBytes(string.Join('\0', parts.Select(p => $"{p.Name}\0{Encoding.Latin1.GetString(p.Content)}")));

    private static IEnumerable<(string Name, byte[] Content)> Split(byte[] input) =>
        Encoding.Latin1.GetString(input).Split('\0').Chunk(2).Where(c => c.Length == 2 && c[0].Length is > 0 and < 60_000).Take(100).Select(c => (c[0], Encoding.Latin1.GetBytes(c[1])));
}
