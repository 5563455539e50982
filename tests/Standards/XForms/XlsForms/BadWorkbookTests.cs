using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Vaka.XForms.XlsForms;

namespace Vaka.Standards.Tests.XForms.XlsForms;

/// <summary>Files that are called workbooks and are none, or mean harm.</summary>
public sealed class BadWorkbookTests
{
    private const string Book = "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet name='survey' sheetId='1' r:id='rId1'/></sheets></workbook>";
    private const string Links = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet1.xml'/></Relationships>";
    private const string Start = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>", End = "</sheetData></worksheet>";

    private static string Cell(string at, string text) => $"<c r='{at}' t='inlineStr'><is><t>{text}</t></is></c>";

    private static byte[] Xlsx(Action<Stream> sheet)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string name, Action<Stream> write)
            {
                using var part = zip.CreateEntry(name).Open();
                write(part);
            }
            Part("xl/workbook.xml", s => s.Write(Encoding.UTF8.GetBytes(Book)));
            Part("xl/_rels/workbook.xml.rels", s => s.Write(Encoding.UTF8.GetBytes(Links)));
            Part("xl/worksheets/sheet1.xml", sheet);
        }
        return stream.ToArray();
    }

    private static byte[] Xlsx(string sheet) => Xlsx(s => s.Write(Encoding.UTF8.GetBytes(sheet)));

    // Blanks, as many as are asked for, within a sheet that is well-formed.
    private static byte[] Bomb(int megabytes) => Xlsx(s =>
    {
        var blanks = new byte[1024 * 1024];
        Array.Fill(blanks, (byte)' ');
        s.Write(Encoding.UTF8.GetBytes(Start));
        for (var i = 0; i < megabytes; i++) s.Write(blanks);
        s.Write(Encoding.UTF8.GetBytes(End));
    });

    private static Workbook Read(byte[] bytes, string name = "form.xlsx")
    {
        using var file = new MemoryStream(bytes);
        return WorkbookReader.Read(file, name);
    }

    private static string Refusal(byte[] bytes, string name = "form.xlsx") => Assert.Throws<FormRefusedException>(() => Read(bytes, name)).Problem.Message;

    [Fact]
    public void A_small_workbook_of_this_make_is_read() =>
        Assert.Equal("text", Read(Xlsx($"{Start}<row r='1'>{Cell("A1", "type")}{Cell("B1", "name")}</row><row r='2'>{Cell("A2", "text")}{Cell("B2", "a")}</row>{End}"))["survey"].Rows.Single().Cells[0].Value);

    [Fact]
    public void A_file_that_unpacks_to_gigabytes_is_refused_before_it_does()
    {
        var bomb = Bomb(2048);
        Assert.InRange(bomb.Length, 1, 4 * 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("64 MB", Refusal(bomb), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 * 1024 * 1024);
    }

    [Fact]
    public void A_directory_that_lies_about_sizes_is_not_believed()
    {
        var bomb = Bomb(256);
        // Every record of the central directory (PK 1 2) and local header claims 1,000 bytes.
        for (var i = 0; i + 30 < bomb.Length; i++)
            if (bomb.AsSpan(i, 4).SequenceEqual((byte[])[0x50, 0x4B, 1, 2])) BinaryPrimitives.WriteUInt32LittleEndian(bomb.AsSpan(i + 24), 1000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refusal(bomb);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 * 1024 * 1024);
    }

    [Fact]
    public void One_filled_cell_far_to_the_right_does_not_make_millions()
    {
        var wide = new StringBuilder(Start).Append("<row r='1'>").Append(Cell("A1", "type")).Append(Cell("XFD1", "name")).Append("</row>");
        for (var i = 2; i < 20_000; i++) wide.Append("<row r='").Append(i).Append("'>").Append(Cell($"A{i}", "text")).Append("</row>");
        Assert.Contains("cells", Refusal(Xlsx(wide.Append(End).ToString())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("PK\u0003\u0004 and nothing after it")]
    [InlineData("ÿØÿà\u0000\u0010JFIF\u0000\u0001")]
    [InlineData("ÐÏ\u0011à¡±\u001aá and no compound file")]
    public void What_is_called_a_workbook_and_is_none_is_refused(string latin)
    {
        foreach (var name in (string[])["form.xlsx", "form.xls"]) Assert.Contains(".xlsx", Refusal(Encoding.Latin1.GetBytes(latin), name), StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_that_xml_has_not_are_left_out_however_many()
    {
        var many = string.Concat(Enumerable.Repeat("\f\uD800a\U0001F6A3", 100_000));
        Assert.Equal(string.Concat(Enumerable.Repeat("a\U0001F6A3", 100_000)), CellText.Clean(many));
        // Nor do they reach the form by a heading or the name of the file.
        using var file = new MemoryStream("| survey |\n| | type | name | label::Fra\u0002nçais (fr) |\n| | text | a | A |"u8.ToArray());
        Assert.Contains("Français (fr)", Encoding.UTF8.GetString(XlsFormCompiler.Compile(WorkbookReader.Read(file, "a.md"), "data", "a\u0002").ToXml()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_document_is_no_workbook()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = zip.CreateEntry("word/document.xml").Open())
            part.Write("<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"u8);
        Assert.Contains(".xlsx", Refusal(stream.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE w [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>", "&b;")]
    [InlineData("<!DOCTYPE w [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>", "&e;")]
    public void Entities_in_a_sheet_are_refused(string declared, string used) =>
        Assert.Contains(".xlsx", Refusal(Xlsx($"{declared}{Start}<row r='1'>{Cell("A1", used)}</row>{End}")), StringComparison.Ordinal);

    [Fact]
    public void Cells_of_wrong_types_are_told_by_row_or_read_as_text()
    {
        // A number that is none, a shared text that is not there, an error, a moment: never an exception that nobody declared.
        foreach (var cell in (string[])["<c r='B2'><v>nothing</v></c>", "<c r='B2' t='s'><v>99</v></c>", "<c r='B2' t='e'><v>#REF!</v></c>", "<c r='B2' t='d'><v>2026-13-45</v></c>", "<c r='B2' t='b'><v>7</v></c>"])
        {
            var sheet = $"{Start}<row r='1'>{Cell("A1", "type")}{Cell("B1", "name")}</row><row r='2'>{Cell("A2", "text")}{cell}</row>{End}";
            try
            {
                var result = XlsFormCompiler.Compile(Read(Xlsx(sheet)));
                Assert.True(result.Form is not null || result.Problems.Any(p => p is { IsError: true, Row: 2 }), $"{cell}: {string.Join(' ', result.Problems)}");
            }
            catch (FormRefusedException refused)
            {
                Assert.Contains(".xlsx", refused.Problem.Message, StringComparison.Ordinal);
            }
        }
    }
}
