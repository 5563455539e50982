namespace Vaka.XForms.XlsForms;

/// <summary>Sheets whose name is nearly one that XLSForm knows.</summary>
internal static class SheetNames
{
    /// <summary>A sentence that names them, with a blank before it; empty when there are none.</summary>
    public static string Similar(Workbook workbook, string wanted)
    {
        var similar = workbook.Names.Where(n => !n.StartsWith('_') && !Workbook.Known.Contains(n) && Distance(n.ToLowerInvariant(), wanted) <= 2).Select(n => $"'{n}'").ToList();
        return similar.Count == 0 ? "" : $" Is it meant by {string.Join(", ", similar)}? Then rename that sheet to '{wanted}'; a name that begins with an underscore is never asked about.";
    }

    /// <summary>Warns where a sheet is missing and another has nearly its name.</summary>
    public static void Warn(Workbook workbook, string wanted, Problems problems)
    {
        if (workbook[wanted].Rows.Count == 0 && Similar(workbook, wanted) is { Length: > 0 } similar) problems.Warn($"There is no sheet '{wanted}'.{similar}");
    }

    private static int Distance(string a, string b)
    {
        var line = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 0; i < a.Length; i++)
        {
            var (diagonal, _) = (line[0], line[0] = i + 1);
            for (var j = 0; j < b.Length; j++)
                (diagonal, line[j + 1]) = (line[j + 1], Math.Min(Math.Min(line[j], line[j + 1]) + 1, diagonal + (a[i] == b[j] ? 0 : 1)));
        }
        return line[^1];
    }
}
