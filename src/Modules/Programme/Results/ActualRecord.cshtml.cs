using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Ui;

namespace Vaka.Programme.Results;

/// <summary>What the form of an actual posts.</summary>
public sealed class ActualForm
{
    /// <summary>A date at any precision.</summary>
    [Required]
    public string? Period { get; set; }
    /// <summary>Country code.</summary>
    [Required]
    public string? Country { get; set; }
    /// <summary>f, m, x or blank.</summary>
    public string? Sex { get; set; }
    /// <summary>Counted.</summary>
    [Required, Range(0, 1_000_000_000)]
    public long? Numerator { get; set; }
    /// <summary>Out of how many.</summary>
    [Range(0, 1_000_000_000)]
    public long? Denominator { get; set; }
    /// <summary>Where the value comes from.</summary>
    [Required, MaxLength(400)]
    public string? Source { get; set; }
}

/// <summary>Records an actual of an indicator that is not bound.</summary>
[Permit(ResultsFeature.ActualRecord)]
internal sealed class ActualRecordModel(VakaDb db, States states) : PageModel
{
    [BindProperty]
    public ActualForm Form { get; set; } = new();

    public Indicator Indicator { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await Load(id, ct) is { } refused) return refused;
        var country = (Form.Country ?? "").Trim().ToUpperInvariant();
        if (!PartialDate.TryParse(Form.Period, CultureInfo.InvariantCulture, out var period)) ModelState.AddModelError("Form.Period", "form.date");
        if (!(await states.All(ct)).ContainsKey(country)) ModelState.AddModelError("Form.Country", "share.unknown-country");
        if (Indicator.Measure == Measure.Share && Form.Denominator is null) ModelState.AddModelError("Form.Denominator", "form.required");
        if (Form.Denominator < Form.Numerator) ModelState.AddModelError("Form.Numerator", "result.numerator-above");
        if (Form.Sex is not (null or "" or "f" or "m" or "x")) ModelState.AddModelError("Form.Sex", "form.invalid");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = 422;
            return Page();
        }
        var sex = Form.Sex ?? "";
        var row = await db.Set<Actual>().FirstOrDefaultAsync(a => a.IndicatorId == id && a.Period == period && a.Country == country && a.Sex == sex && a.Age == "", ct);
        if (row is null) db.Add(row = new() { Owner = Indicator.Owner, IndicatorId = id, Period = period, Country = country, Sex = sex, Audience = Indicator.Audience, SharedWith = Indicator.SharedWith, Fictional = Indicator.Fictional });
        (row.Numerator, row.Denominator, row.Source) = (Form.Numerator!.Value, Form.Denominator, Form.Source!);
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Links.Local(Indicator.Path));
    }

    private async Task<IActionResult?> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Indicator>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct) is not { } indicator) return NotFound();
        if (indicator.Bound is not null || !db.Viewer.May(ResultsFeature.ActualRecord, indicator.Owner)) return Forbid();
        Indicator = indicator;
        return null;
    }
}
