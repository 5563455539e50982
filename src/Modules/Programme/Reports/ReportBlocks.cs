using System.Diagnostics.CodeAnalysis;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Reports;

/// <summary>A piece of text of a report, as it is shown on the page and written to the file alike.</summary>
/// <param name="Text">The words, in the reader's language or another.</param>
/// <param name="Language">The language they are in when it is not the reader's; <c>mul</c> for a name or code; null for the reader's own.</param>
/// <param name="Note">Says that the text is only in that language; null otherwise.</param>
/// <param name="Path">Address of the row's page, without a language; null for none.</param>
internal sealed record Said(string Text, string? Language = null, string? Note = null, string? Path = null)
{
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Said?(string? text) => text is null ? null : new(text);
}

/// <summary>A part of a report.</summary>
internal abstract record ReportBlock;

/// <summary>A heading, 1 to 3 below the report's title.</summary>
internal sealed record HeadingBlock(int Level, IReadOnlyList<Said> Runs) : ReportBlock;

/// <summary>A paragraph; a warning stands out.</summary>
internal sealed record TextBlock(IReadOnlyList<Said> Runs, bool IsWarning = false) : ReportBlock;

/// <summary>A list.</summary>
internal sealed record ListBlock(IReadOnlyList<IReadOnlyList<Said>> Items) : ReportBlock;

/// <summary>A table with a header row; the first cell of each row names it.</summary>
internal sealed record TableBlock(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<Said>> Rows) : ReportBlock;

/// <summary>A report as it was put together for one reader.</summary>
/// <param name="Labels">The words that a file needs besides its blocks, by key.</param>
/// <param name="MadeAt">UTC.</param>
internal sealed record Report(string Code, Said Title, ReportPeriod Period, IReadOnlyList<ReportBlock> Blocks, bool Fictional, bool Synthetic, string Language, IReadOnlyDictionary<string, string> Labels, DateTime MadeAt);

/// <summary>A report being written: its blocks so far, what it lacks, and what has to be marked.</summary>
internal sealed class ReportPen(Words words, ReportPeriod period)
{
    public Words W { get; } = words;

    public ReportPeriod Period { get; } = period;

    public List<ReportBlock> Blocks { get; } = [];

    /// <summary>What the report would say if it were known.</summary>
    public List<IReadOnlyList<Said>> Missing { get; } = [];

    /// <summary>Texts that are not in the reader's language.</summary>
    public HashSet<string> Untranslated { get; } = new(StringComparer.Ordinal);

    public bool Fictional { get; set; }

    public bool Synthetic { get; set; }

    /// <summary>Something in it is not public.</summary>
    public bool Kept { get; set; }

    public void Heading(int level, params Said[] runs) => Blocks.Add(new HeadingBlock(level, runs));

    public void Text(params Said[] runs) => Blocks.Add(new TextBlock(runs));

    public void Warn(params Said[] runs) => Blocks.Add(new TextBlock(runs, true));

    /// <summary>A table, or a sentence where it would be empty.</summary>
    public void Table(string captionKey, string emptyKey, IReadOnlyList<string> columnKeys, IReadOnlyList<IReadOnlyList<Said>> rows)
    {
        if (rows.Count == 0) Text(W[emptyKey]);
        else Blocks.Add(new TableBlock(W[captionKey], [.. columnKeys.Select(k => W[k])], rows));
    }

    /// <summary>Content in the reader's language, else in another, which is marked and counted.</summary>
    public Said Content(LocalText text, string? path = null)
    {
        var shown = text.For(Words.Language);
        if (shown.Language == "mul") return new(shown.Text, "mul", null, path);
        if (!shown.IsFallback) return new(shown.Text, null, null, path);
        Untranslated.Add(shown.Text);
        return new(shown.Text, shown.Language, W[$"text.only-in.{shown.Language}"], path);
    }

    /// <summary>A name, a code, a source: the same in every language.</summary>
    public static Said Name(string text, string? path = null) => new(text, "mul", null, path);
}
