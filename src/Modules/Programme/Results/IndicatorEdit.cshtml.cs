using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Programme.Results;

/// <summary>What the form of an indicator posts.</summary>
public sealed class IndicatorForm : ChainForm
{
    /// <summary>Id of the result that it measures.</summary>
    public Guid? Result { get; set; }
    /// <summary>Count or share.</summary>
    public string? Measure { get; set; }
    /// <summary>Unit per language.</summary>
    public Dictionary<string, string?> Unit { get; set; } = [];
    /// <summary>A whole number, or a percentage for a share.</summary>
    public string? Baseline { get; set; }
    /// <summary>Year of the baseline.</summary>
    public string? BaselineYear { get; set; }
    /// <summary>A whole number, or a percentage for a share.</summary>
    public string? Target { get; set; }
    /// <summary>Year of the target.</summary>
    public string? TargetYear { get; set; }
    /// <summary>Name of a measure; blank when values are recorded by hand.</summary>
    public string? Bound { get; set; }
    /// <summary>It counts people.</summary>
    public bool People { get; set; }
    /// <summary>Place among its neighbours.</summary>
    public string? Order { get; set; }
}

/// <summary>Makes or edits an indicator. Its values are recorded on a page of their own, or counted by the system.</summary>
[Permit(ResultsFeature.ResultWrite)]
internal sealed class IndicatorEditModel(VakaDb db, IChain chain, IThemes themes, BoundCounts counts) : ChainEditPage<Indicator, IndicatorForm>(db, chain, themes)
{
    protected override string WritePermission => ResultsFeature.ResultWrite;

    protected override string Kind => Kinds.Indicator;

    /// <summary>Result to choose beforehand, from a link.</summary>
    [BindProperty(SupportsGet = true, Name = "result")]
    public Guid? Chosen { get; set; }

    /// <summary>Results of the owners for whom the viewer may write.</summary>
    public IReadOnlyList<ResultNode> Results { get; private set; } = [];

    /// <summary>What the system can count.</summary>
    public IReadOnlyList<string> Measures { get; } = [.. counts.Names.Order(StringComparer.Ordinal)];

    protected override Indicator Create(string owner, string key) => new() { Owner = owner, Key = key };

    protected override async Task Load(CancellationToken ct)
    {
        Form.Result ??= Chosen;
        Results = [.. (await Db.Set<ResultNode>().AsNoTracking().Where(r => Owners.Contains(r.Owner)).ToListAsync(ct)).OrderBy(r => r.Project, StringComparer.Ordinal).ThenBy(r => r.Level).ThenBy(r => r.Order).ThenBy(r => r.Key, StringComparer.Ordinal)];
    }

    protected override void Fill(IndicatorForm form, Indicator row)
    {
        string? Written(long? value) => value is not { } v ? null : row.Measure == Measure.Share ? (v / 100m).ToString("0.##", CultureInfo.InvariantCulture) : v.ToString(CultureInfo.InvariantCulture);
        (form.Result, form.Measure, form.Bound, form.People, form.Order) = (row.ResultId, row.Measure.ToString(), row.Bound, row.People, row.Order.ToString(CultureInfo.InvariantCulture));
        (form.Baseline, form.Target) = (Written(row.Baseline), Written(row.Target));
        (form.BaselineYear, form.TargetYear) = (row.BaselineYear?.ToString(CultureInfo.InvariantCulture), row.TargetYear?.ToString(CultureInfo.InvariantCulture));
        form.Unit = row.Unit.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);
    }

    protected override async Task Apply(IndicatorForm form, Indicator row, CancellationToken ct)
    {
        var result = await Db.Set<ResultNode>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == form.Result && r.Owner == row.Owner, ct);
        if (result is null) ModelState.AddModelError("Form.Result", "form.required");
        else row.ResultId = result.Id;
        if (!Enum.TryParse<Measure>(form.Measure, out var measure) || !Enum.IsDefined(measure)) ModelState.AddModelError("Form.Measure", "form.required");
        // Values already recorded say out of how many, or do not: a share cannot be made of a count.
        else if (measure != row.Measure && await Db.Set<Actual>().AnyAsync(a => a.IndicatorId == row.Id, ct)) ModelState.AddModelError("Form.Measure", "indicator.has-values");
        else row.Measure = measure;
        row.Unit = Merge(row.Unit, form.Unit);
        if (row.Unit.IsEmpty) ModelState.AddModelError("Form.Unit", "form.required");
        (row.Baseline, row.Target) = (Value("Baseline", form.Baseline, row.Measure), Value("Target", form.Target, row.Measure));
        (row.BaselineYear, row.TargetYear) = (Whole("BaselineYear", form.BaselineYear, 1951, 2200), Whole("TargetYear", form.TargetYear, 1951, 2200));
        row.Order = Whole("Order", form.Order, 0, 100_000) ?? 1;
        row.People = form.People;
        var bound = string.IsNullOrWhiteSpace(form.Bound) ? null : form.Bound;
        if (bound is not null && !Measures.Contains(bound)) ModelState.AddModelError("Form.Bound", "form.invalid");
        else if (bound is not null && row.Measure == Measure.Share) ModelState.AddModelError("Form.Bound", "indicator.bound-share");
        else row.Bound = bound;
    }

    private long? Value(string field, string? text, Measure measure)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (measure == Measure.Count) return Whole(field, text, 0, int.MaxValue);
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100) return (long)(percent * 100);
        ModelState.AddModelError($"Form.{field}", "indicator.not-a-percentage");
        return null;
    }

    private int? Whole(string field, string? text, int least, int most)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        ModelState.AddModelError($"Form.{field}", "form.number");
        return null;
    }
}
