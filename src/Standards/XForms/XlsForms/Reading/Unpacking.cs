using System.IO.Compression;

namespace Vaka.XForms.XlsForms;

/// <summary>
/// What a packed workbook (.xlsx) may grow to. A few kilobytes unpack to gigabytes when somebody means them to, and no reader of workbooks asks
/// before it unpacks.
/// </summary>
internal static class Unpacking
{
    /// <summary>Bytes that all parts of a workbook may have together. The largest of 22 real forms has 5 MB.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    /// <summary>Cells that a workbook may have, empty ones between filled ones included.</summary>
    public const int MostCells = 5_000_000;

    // Parts of real forms shrink to a thirtieth at most; thousands of equal rows to a hundredth.
    private const int MostRatio = 500, SmallEnough = 4 * 1024 * 1024, MostParts = 4096;

    /// <summary>Leaves the stream where it was.</summary>
    /// <exception cref="FormRefusedException">It unpacks to more than is read.</exception>
    public static void Check(Stream file)
    {
        var start = file.Position;
        if (file.ReadByte() == 'P' && file.ReadByte() == 'K')
        {
            file.Position = start;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostParts) throw TooMuch();
            // What the directory claims is asked first, because it costs nothing; then what is there, because the directory may lie.
            long claimed = 0;
            foreach (var part in zip.Entries)
            {
                if (part.Length > MostBytes || (claimed += part.Length) > MostBytes) throw TooMuch();
                if (part.Length > SmallEnough && part.Length / Math.Max(1, part.CompressedLength) > MostRatio) throw TooMuch();
            }
            long real = 0;
            var buffer = new byte[64 * 1024];
            foreach (var part in zip.Entries)
            {
                using var unpacked = part.Open();
                for (int read; (read = unpacked.Read(buffer)) > 0;)
                    if ((real += read) > MostBytes) throw TooMuch();
            }
        }
        file.Position = start;
    }

    private static FormRefusedException TooMuch() =>
        new($"The workbook unpacks to more than {MostBytes / 1024 / 1024} MB, which no form does. Copy its sheets into a new workbook and save that as .xlsx.");
}
