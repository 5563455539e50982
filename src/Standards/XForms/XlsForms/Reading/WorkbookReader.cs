using System.Text;
using ExcelDataReader;

namespace Vaka.XForms.XlsForms;

/// <summary>Reads a form from .xlsx, .xls, .csv or Markdown.</summary>
public static class WorkbookReader
{
    /// <summary>Reads a file; what it is, its ending says.</summary>
    /// <exception cref="FormRefusedException">It is no such file, or two columns of a sheet have the same heading.</exception>
    public static Workbook Read(Stream file, string name)
    {
        switch (Path.GetExtension(name).ToLowerInvariant())
        {
            case ".csv":
                return CsvSheets.Read(Text(file));
            case ".md" or ".markdown" or ".txt":
                return MarkdownSheets.Read(Text(file));
            default:
                try
                {
                    return ReadExcel(file);
                }
                catch (Exception e) when (e is not FormRefusedException)
                {
                    throw new FormRefusedException($"The file is no workbook that can be read ({e.Message}). Save it as .xlsx.");
                }
        }
    }

    private static string Text(Stream file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        return reader.ReadToEnd();
    }

    private static Workbook ReadExcel(Stream file)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Unpacking.Check(file);
        using var reader = ExcelReaderFactory.CreateReader(file, new() { LeaveOpen = true });
        var sheets = new List<(string, IEnumerable<IReadOnlyList<string?>>)>();
        var alone = reader.ResultsCount == 1;
        var left = Unpacking.MostCells;
        do
        {
            // The reader goes forward only: a sheet is read here or never, and one that means nothing is left alone.
            var known = alone || Workbook.Known.Contains(reader.Name.ToLowerInvariant());
            sheets.Add((reader.Name, known ? Filled(Rows(reader), ref left) : []));
        }
        while (reader.NextResult());
        return new(sheets);
    }

    // Ends with the run of empty rows that ends a sheet, whatever its used range claims.
    private static List<IReadOnlyList<string?>> Filled(IEnumerable<IReadOnlyList<string?>> rows, ref int left)
    {
        var filled = new List<IReadOnlyList<string?>>();
        var empty = 0;
        foreach (var row in rows)
        {
            empty = row.All(string.IsNullOrWhiteSpace) ? empty + 1 : 0;
            if (empty > 61) break;
            // One cell far to the right makes every row that wide.
            if ((left -= row.Count) < 0) throw new FormRefusedException($"The workbook has more than {Unpacking.MostCells:N0} cells. Delete rows and columns that hold nothing.");
            filled.Add(row);
        }
        return filled;
    }

    private static IEnumerable<IReadOnlyList<string?>> Rows(IExcelDataReader reader)
    {
        // Columns beyond the last heading are never looked at.
        var width = -1;
        while (reader.Read())
        {
            var count = width < 0 ? reader.FieldCount : Math.Min(width, reader.FieldCount);
            var cells = new string?[count];
            for (var i = 0; i < count; i++) cells[i] = CellText.Of(reader.GetValue(i));
            if (width < 0) width = 1 + Array.FindLastIndex(cells, c => !string.IsNullOrWhiteSpace(c));
            yield return cells;
        }
    }
}
