using System.Text;
using Vaka.XForms.XlsForms;

namespace Vaka.Standards.Tests.XForms.XlsForms;

public sealed class XlsFormReadingTests
{
    [Fact]
    public void A_csv_file_holds_several_sheets()
    {
        const string Csv = "survey\n,type,name,label\n,select_one yn,q,\"Yes, or \"\"no\"\"?\"\nchoices\n,list_name,name,label\n,yn,y,Yes\n";
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(Csv));
        var workbook = WorkbookReader.Read(file, "form.csv");
        Assert.Equal(["survey", "choices"], workbook.Names);
        Assert.Contains(new("label", "Yes, or \"no\"?"), workbook["survey"].Rows[0].Cells);
        Assert.Equal("y", workbook["choices"].Rows[0].Cells[1].Value);
    }

    [Fact]
    public void Reading_stops_after_the_rows_and_columns_that_hold_something()
    {
        var read = 0;
        IEnumerable<IReadOnlyList<string?>> Rows()
        {
            yield return ["type", null, "name", .. new string?[16_000]];
            yield return ["text", "x", "a"];
            yield return [];
            yield return ["text", "x", "b"];
            for (; read < 1_000_000; read++) yield return [];
        }
        var sheet = Sheet.Of("survey", Rows());
        Assert.Equal(["type", "name"], sheet.Headings);
        Assert.Equal([2, 4], sheet.Rows.Select(r => r.Number));
        Assert.InRange(read, 60, 61);
    }

    [Fact]
    public void Two_equal_headings_are_refused()
    {
        var refused = Assert.Throws<FormRefusedException>(() => Sheet.Of("survey", [["type", "name", "type"]]));
        Assert.Equal(("survey", 1, "type"), (refused.Problem.Sheet, refused.Problem.Row, refused.Problem.Column));
    }

    [Fact]
    public void What_is_no_workbook_is_refused()
    {
        using var file = new MemoryStream("no workbook"u8.ToArray());
        Assert.Contains(".xlsx", Assert.Throws<FormRefusedException>(() => WorkbookReader.Read(file, "form.xlsx")).Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_with_one_sheet_needs_no_name_for_it()
    {
        Assert.True(Compiled.From("| Sheet1 |\n| | type | name | label |\n| | text | a | A |").Accepted);
    }

    [Fact]
    public void Headings_may_be_written_with_blanks_capitals_and_single_colons()
    {
        var form = Compiled.From("| survey |\n| | Type | NAME | Label: French (fr) | Required Message | required |\n| | text | a | Nom | Répondez | yes |");
        Assert.Equal("Répondez", form.Bind("/data/a", "jr:requiredMsg"));
        Assert.Equal("Nom", form.Value("//x:translation[@lang='French (fr)']//x:value"));
    }

    [Theory]
    [InlineData("${a} and ${last-saved#b_2}", "a:False b_2:True")]
    [InlineData("${a.b}${é}", "a.b:False é:False")]
    [InlineData("$a {b} ${}", "")]
    public void References_are_found(string text, string found)
    {
        Assert.Equal(found, string.Join(' ', References.Find(text).Select(r => $"{r.Name}:{r.LastSaved}")));
        Assert.Null(References.Malformed(text));
    }

    [Theory]
    [InlineData("${a", "${a")]
    [InlineData("x ${ a}", "${ a}")]
    [InlineData("${last-saved#}", "${last-saved#}")]
    [InlineData("${a b} ${c}", "${a b}")]
    public void What_begins_as_a_reference_and_is_none_is_told(string text, string bad) => Assert.Equal(bad, References.Malformed(text));

    [Fact]
    public void Values_become_the_text_that_a_reader_of_the_sheet_would_write() => Assert.Equal(
        ["5", "0.1", "1e-07", "100000000000000000000", "TRUE", "2026-02-01 00:00:00", "2026-02-01 10:30:00.250000", "10:30:00", "08:05:00", null],
        new object?[]
        {
            5.0, 0.1, 1e-7, 1e20, true, new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Unspecified), new DateTime(2026, 2, 1, 10, 30, 0, 250, DateTimeKind.Unspecified),
            new DateTime(1899, 12, 31, 10, 30, 0, DateTimeKind.Unspecified), new TimeSpan(8, 5, 0), null,
        }.Select(CellText.Of));
}
