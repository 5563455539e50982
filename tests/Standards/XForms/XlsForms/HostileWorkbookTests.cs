using System.IO.Compression;
using System.Text;
using Vaka.XForms.XlsForms;

namespace Vaka.Standards.Tests.XForms.XlsForms;

/// <summary>What is no workbook, or means harm, is refused with a sentence, within bounded memory.</summary>
public sealed class HostileWorkbookTests
{
    private static FormRefusedException Refused(string name, byte[] file) => Assert.Throws<FormRefusedException>(() => WorkbookReader.Read(new MemoryStream(file), name));

    [Fact]
    public void A_small_file_that_unpacks_to_gigabytes_is_refused()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var mb = 0; mb < 300; mb++) sheet.Write(zeros);
        }
        Assert.InRange(bytes.Length, 1, 4 * 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("unpacks to more than", Refused("bomb.xlsx", bytes.ToArray()).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32 * 1024 * 1024);
    }

    [Theory]
    [InlineData("photo.xlsx", "ÿØÿà JFIF not a workbook at all")]
    [InlineData("empty.xlsx", "")]
    [InlineData("empty.xls", "")]
    [InlineData("cut.xlsx", "PK\u0003\u0004")]
    [InlineData("text.xls", "| survey |\n| | type | name |")]
    public void What_is_no_workbook_is_refused_with_what_to_do(string name, string content) =>
        Assert.Contains(".xlsx", Refused(name, Encoding.Latin1.GetBytes(content)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_document_of_another_kind_in_the_same_wrapping_is_refused()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var text = new StreamWriter(zip.CreateEntry("word/document.xml").Open())) text.Write("<w:document xmlns:w='urn:w'/>");
        Refused("letter.xlsx", bytes.ToArray());
    }
}
