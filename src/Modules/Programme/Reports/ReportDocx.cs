using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Vaka.Programme.Reports;

/// <summary>Writes a report as an Office Open XML document (ECMA-376): real styles, tables with a header row, the language of every run, properties.</summary>
internal static class ReportDocx
{
    /// <summary>The file.</summary>
    public static byte[] Write(Report report)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            DocxStyles.Add(main, report.Language);
            var header = main.AddNewPart<HeaderPart>();
            header.Header = new Header(new Paragraph(Styled("Header"), Run(Marks(report))));
            var body = new Body(new Paragraph(Styled("Title"), Run(Words(report, "report.title"))), Paragraph("Subtitle", [report.Title, $" ({report.Code}), {report.Period.Shown}"]));
            foreach (var block in report.Blocks) body.Append(Block(block));
            body.Append(new SectionProperties(new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) },
                new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1134, Right = 1134, Bottom = 1134, Left = 1134, Header = 567, Footer = 567, Gutter = 0 }));
            main.Document = new Document(body);
            var properties = file.PackageProperties;
            (properties.Title, properties.Subject, properties.Creator, properties.Language) = ($"{Words(report, "report.title")} – {report.Title.Text}, {report.Period.Shown}", report.Code, "Vaka", DocxStyles.Tag(report.Language));
            (properties.ContentStatus, properties.Description, properties.Created, properties.Modified) = (Words(report, "report.draft"), Marks(report), report.MadeAt, report.MadeAt);
        }
        return stream.ToArray();
    }

    private static string Words(Report report, string key) => report.Labels[key];

    // On every page: a page that is torn out still says what it is.
    private static string Marks(Report report) =>
        string.Join(" · ", new[] { Words(report, "report.draft"), report.Fictional ? Words(report, "field.fictional") : "", report.Synthetic ? Words(report, "field.synthetic") : "", report.Code, report.Period.Shown }.Where(m => m.Length > 0));

    private static IEnumerable<OpenXmlElement> Block(ReportBlock block) => block switch
    {
        HeadingBlock h => [Paragraph($"Heading{h.Level.ToString(CultureInfo.InvariantCulture)}", h.Runs)],
        TextBlock t => [Paragraph(t.IsWarning ? "Warning" : null, t.Runs)],
        ListBlock l => l.Items.Select(i => Paragraph("ListBullet", i)),
        TableBlock t => Table(t),
        _ => throw new InvalidOperationException($"A block of type {block.GetType().Name} is not known."),
    };

    private static Paragraph Paragraph(string? style, IEnumerable<Said> runs)
    {
        var paragraph = new Paragraph();
        if (style is not null) paragraph.Append(Styled(style));
        foreach (var run in runs) paragraph.Append(Said(run));
        return paragraph;
    }

    private static IEnumerable<OpenXmlElement> Table(TableBlock block)
    {
        // A row that breaks across pages is hard to read; the header row is repeated on each.
        var width = (9638 / block.Columns.Count).ToString(CultureInfo.InvariantCulture);
        var table = new Table(
            new TableProperties(new TableStyle { Val = "ReportTable" }, new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableLook { Val = "00A0", FirstRow = true, FirstColumn = true }, new TableCaption { Val = block.Caption }),
            new TableGrid(block.Columns.Select(_ => new GridColumn { Width = width })),
            new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. block.Columns.Select(c => Cell([c], width))]));
        foreach (var row in block.Rows) table.Append(new TableRow([new TableRowProperties(new CantSplit()), .. row.Select(c => Cell([c], width))]));
        return [Paragraph("Caption", [block.Caption]), table, new Paragraph()];
    }

    private static TableCell Cell(IReadOnlyList<Said> runs, string width) =>
        new(new TableCellProperties(new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa }), Paragraph("TableText", runs));

    private static ParagraphProperties Styled(string style) => new(new ParagraphStyleId { Val = style });

    private static IEnumerable<OpenXmlElement> Said(Said said)
    {
        yield return Run(said.Text, said.Language);
        if (said.Note is { } note) yield return Run($" ({note})");
    }

    private static Run Run(string text, string? language = null)
    {
        var run = new Run();
        if (language == "mul") run.Append(new RunProperties(new NoProof()));
        else if (language is not null) run.Append(new RunProperties(new Languages { Val = DocxStyles.Tag(language) }));
        var lines = new string([.. text.Where(c => c is '\n' or '\t' || !char.IsControl(c))]).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) run.Append(new Break());
            run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }
}
