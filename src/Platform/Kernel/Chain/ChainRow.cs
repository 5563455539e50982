using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.Kernel.Chain;

/// <summary>A row that can stand in the chain: it has a short key, a title, themes, and publishes immutable versions of itself.</summary>
public abstract class ChainRow : Row
{
    /// <summary>Short name, unique per owner and kind, that files and people use (<c>f-shelter</c>).</summary>
    [MaxLength(80)]
    public required string Key { get; set; }

    /// <summary>Title in each language.</summary>
    public LocalText Title { get; set; } = LocalText.Empty;

    /// <summary>A few sentences in each language.</summary>
    public LocalText Summary { get; set; } = LocalText.Empty;

    /// <summary>Theme ids, bar-separated (<see cref="Codes"/>).</summary>
    [MaxLength(400)]
    public string Themes { get; set; } = "";

    /// <summary>Made up by a computer, not collected: marked so wherever it is shown.</summary>
    public bool Synthetic { get; set; }

    /// <summary>Number of the newest published version; 0 before the first.</summary>
    public int PublishedVersion { get; set; }

    /// <summary>Its kind in the chain, one of <see cref="Kinds"/>.</summary>
    [NotMapped]
    public abstract string Kind { get; }

    /// <summary>Address of its page, without a language: <c>/findings/0199…</c>.</summary>
    [NotMapped]
    public abstract string Path { get; }

    /// <summary>What a published version keeps besides title and summary: field name (a words key, <c>finding.strength</c>) and its value as text.</summary>
    public virtual IEnumerable<(string Field, LocalText Value)> Facts() => [];

    /// <summary>Name under which a fact's text holds the words key of a code, or <c>date</c>; data shows the code itself.</summary>
    public const string FactKey = "key";

    /// <summary>A fact that is a code: shown as the word for it in the reader's language, <c>{words}.{value}</c>.</summary>
    protected static LocalText Coded(string words, object value) => LocalText.Same(Words.Words.KeyOf(value)).With(FactKey, $"{words}.{Words.Words.KeyOf(value)}");

    /// <summary>A fact that is a date: shown as the reader's language writes it. Empty when unknown.</summary>
    protected static LocalText Dated(PartialDate? date) => date is { } d ? LocalText.Same(d.ToString()).With(FactKey, "date") : LocalText.Empty;

    /// <summary>The newest published version.</summary>
    /// <exception cref="InvalidOperationException">Nothing was published yet.</exception>
    public Ref Published() => PublishedVersion > 0 ? new(Kind, Id, PublishedVersion) : throw new InvalidOperationException($"{Kind} {Key} was never published.");
}
