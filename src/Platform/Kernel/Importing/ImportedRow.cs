using System.ComponentModel.DataAnnotations;

namespace Vaka.Kernel.Importing;

/// <summary>What an importer remembers of a row it wrote, so that a later import can tell its own text from people's edits.</summary>
public sealed class ImportedRow
{
    /// <summary>Kind of the row.</summary>
    [MaxLength(60)]
    public required string Kind { get; init; }
    /// <summary>Owner of the row; empty for reference data.</summary>
    [MaxLength(16)]
    public required string Owner { get; init; }
    /// <summary>The row's key in the file.</summary>
    [MaxLength(200)]
    public required string Key { get; init; }
    /// <summary>SHA-256 of the file's row, hex.</summary>
    [MaxLength(64)]
    public required string Hash { get; set; }
    /// <summary>Revision the row had once written: a higher one means somebody has edited it.</summary>
    public int Revision { get; set; }
}
