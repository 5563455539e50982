using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Assessment.Register;

/// <summary>The evidence that the viewer may see.</summary>
[Public]
internal sealed class EvidenceIndexModel(VakaDb db) : ChainIndexPage<EvidenceItem>(db)
{
    [BindProperty(SupportsGet = true)]
    public EvidenceType? Kind { get; set; }

    public override IReadOnlyList<ChainFacet> Facets => [ChainFacet.Of("kind", "evidence-item.type", "kind", Kind)];

    protected override IQueryable<EvidenceItem> Narrow(IQueryable<EvidenceItem> rows) => Kind is { } k ? rows.Where(e => e.Type == k) : rows;
}

/// <summary>One item of the register.</summary>
[Public, Writes(AssessmentPermissions.EvidenceWrite)]
internal sealed class EvidenceShowModel(VakaDb db, IChain chain) : ChainShowPage<EvidenceItem>(db, chain)
{
    protected override string WritePermission => AssessmentPermissions.EvidenceWrite;
}

/// <summary>What the form of an item posts.</summary>
public sealed class EvidenceForm : ChainForm
{
    /// <summary>Name of a type.</summary>
    public string? Type { get; set; }
    /// <summary>A date, month or year.</summary>
    public string? Date { get; set; }
    /// <summary>Name of the place.</summary>
    [MaxLength(200, ErrorMessage = "form.too-long")]
    public string? Place { get; set; }
    /// <summary>Method per language.</summary>
    public Dictionary<string, string?> Method { get; set; } = [];
    /// <summary>Address or citation.</summary>
    [Required(ErrorMessage = "form.required"), MaxLength(1000, ErrorMessage = "form.too-long")]
    public string? Source { get; set; }
    /// <summary>A date, month or year.</summary>
    public string? AsAt { get; set; }
}

/// <summary>Makes or edits an item of the register.</summary>
[Permit(AssessmentPermissions.EvidenceWrite)]
internal sealed class EvidenceEditModel(VakaDb db, IChain chain, IThemes themes) : ChainEditPage<EvidenceItem, EvidenceForm>(db, chain, themes)
{
    protected override string WritePermission => AssessmentPermissions.EvidenceWrite;

    // The three kinds follow from nothing, so any of them says what the form needs to know.
    protected override string Kind => Kinds.Document;

    protected override string FieldPrefix => "evidence-item";

    protected override EvidenceItem Create(string owner, string key) => new() { Owner = owner, Key = key };

    protected override void Fill(EvidenceForm form, EvidenceItem row)
    {
        (form.Type, form.Date, form.Place) = (row.Type.ToString(), row.Date?.ToString(), row.Place);
        (form.Source, form.AsAt) = (row.Source, row.AsAt?.ToString());
        form.Method = row.Method.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);
    }

    protected override Task Apply(EvidenceForm form, EvidenceItem row, CancellationToken ct)
    {
        if (!Enum.TryParse<EvidenceType>(form.Type, out var type) || !Enum.IsDefined(type)) ModelState.AddModelError("Form.Type", "form.required");
        else if (row.PublishedVersion > 0 && row.Type != type) ModelState.AddModelError("Form.Type", "evidence-item.type-published");
        else row.Type = type;
        row.Date = ReadDate("Form.Date", form.Date);
        row.AsAt = ReadDate("Form.AsAt", form.AsAt);
        row.Place = form.Place?.Trim() ?? "";
        row.Source = form.Source?.Trim() ?? "";
        row.Method = Merge(row.Method, form.Method);
        return Task.CompletedTask;
    }

    private PartialDate? ReadDate(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (PartialDate.TryParse(text, CultureInfo.InvariantCulture, out var date)) return date;
        ModelState.AddModelError(field, "form.date");
        return null;
    }
}
