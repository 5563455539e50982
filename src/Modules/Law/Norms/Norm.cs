using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Words;

namespace Vaka.Law.Norms;

/// <summary>How strongly an article asks.</summary>
internal enum NormKind
{
    /// <summary>A treaty obliges its parties.</summary>
    Mandatory,
    /// <summary>A treaty asks its parties to consider it.</summary>
    Optional,
    /// <summary>A model law, a recommendation or a political commitment: binds nobody.</summary>
    Guidance,
}

/// <summary>Against what the wording of a norm was checked.</summary>
internal enum NormCheck
{
    /// <summary>The text of the article.</summary>
    Text,
    /// <summary>A table of contents: the article is there, its words were not read.</summary>
    Toc,
    /// <summary>Nothing: written from memory, a lawyer must look.</summary>
    Memory,
}

/// <summary>One article of an international standard and what it asks of a state, in words of our own.</summary>
internal sealed class Norm : ChainRow
{
    /// <summary>Short citation of the treaty, model law or recommendation: <c>UN Trafficking Protocol 2000</c>.</summary>
    [MaxLength(120)]
    public string Instrument { get; set; } = "";

    /// <summary>Where in it: <c>3(a); 5(1)</c>.</summary>
    [MaxLength(80)]
    public string Article { get; set; } = "";

    /// <summary>What it asks.</summary>
    public LocalText Obligation { get; set; } = LocalText.Empty;

    public NormKind NormKind { get; set; }

    public NormCheck Checked { get; set; }

    public override string Kind => Kinds.Norm;

    public override string Path => $"/norms/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() =>
    [
        ("norm.obligation", Obligation),
        ("norm.kind", Coded("norm-kind", NormKind)),
        ("norm.checked", Coded("norm-check", Checked)),
    ];

    /// <summary>The title follows from the citation.</summary>
    public void Cite(string instrument, string article) => (Instrument, Article, Title) = (instrument, article, LocalText.Same($"{instrument}, {article}"));

    public static void Map(ModelBuilder model) => model.Entity<Norm>(n =>
    {
        n.ToTable("norms");
        n.HasIndex(x => x.Instrument);
    });
}
