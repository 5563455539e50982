namespace Vaka.XForms;

/// <summary>What is wrong with a form, said so that its author can mend it.</summary>
/// <param name="IsError">True when the form cannot be used as it is; false for a warning.</param>
/// <param name="Message">A sentence that says what is wrong and what to change.</param>
/// <param name="Sheet">Sheet of the workbook; null when the whole workbook is meant.</param>
/// <param name="Row">Row as a spreadsheet counts, from 1; null when the whole sheet is meant.</param>
/// <param name="Column">Heading of the column; null when the whole row is meant.</param>
public sealed record FormProblem(bool IsError, string Message, string? Sheet = null, int? Row = null, string? Column = null)
{
    /// <summary>Where, then what: <c>survey row 12, relevant: …</c>.</summary>
    public override string ToString() => (Sheet, Row, Column) switch
    {
        (null, _, _) => Message,
        (_, null, null) => $"{Sheet}: {Message}",
        (_, null, _) => $"{Sheet}, {Column}: {Message}",
        (_, _, null) => $"{Sheet} row {Row}: {Message}",
        _ => $"{Sheet} row {Row}, {Column}: {Message}",
    };
}
