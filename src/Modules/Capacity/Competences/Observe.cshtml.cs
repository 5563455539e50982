using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Capacity.Institutions;
using Vaka.Contracts.Capacity;
using Vaka.Kernel.Data;
using Vaka.Kernel.Outbox;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Ui;

namespace Vaka.Capacity.Competences;

/// <summary>What the form of an observation posts.</summary>
public sealed class ObservationForm
{
    /// <summary>The officer's code.</summary>
    public string? Officer { get; set; }
    /// <summary>Name of a sex.</summary>
    public string? Sex { get; set; }
    /// <summary>An age group.</summary>
    public string? Age { get; set; }
    /// <summary>Id of the institution.</summary>
    public Guid? Institution { get; set; }
    /// <summary>Day, <c>yyyy-MM-dd</c>.</summary>
    public string? Observed { get; set; }
    /// <summary>Name of an outcome.</summary>
    public string? Outcome { get; set; }
    /// <summary>The observer's post.</summary>
    public string? Observer { get; set; }
}

/// <summary>A trainer records what a supervisor observed.</summary>
[Permit(CapacityPermissions.ObservationRecord)]
internal sealed class ObserveModel(VakaDb db, IPublish events, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ObservationForm Form { get; set; } = new();

    public Competence Competence { get; private set; } = null!;

    public IReadOnlyList<Institution> Institutions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await Load(id, ct) is { } refused) return refused;
        var officer = Form.Officer?.Trim().ToUpperInvariant();
        DateOnly? observed = DateOnly.TryParseExact(Form.Observed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        // On the islands farthest east of the date line it is already the next day.
        if (Observation.Problem(officer, Form.Age, observed, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(14))) is { } problem)
            ModelState.AddModelError($"Form.{char.ToUpperInvariant(problem.Field[0])}{problem.Field[1..]}", problem.Key);
        if (!Enum.TryParse<Sex>(Form.Sex, out var sex) || !Enum.IsDefined(sex)) ModelState.AddModelError("Form.Sex", "form.required");
        if (!Enum.TryParse<Outcome>(Form.Outcome, out var outcome) || !Enum.IsDefined(outcome)) ModelState.AddModelError("Form.Outcome", "form.required");
        if (!Institutions.Any(i => i.Id == Form.Institution)) ModelState.AddModelError("Form.Institution", "form.required");
        if (string.IsNullOrWhiteSpace(Form.Observer)) ModelState.AddModelError("Form.Observer", "form.required");
        else if (Form.Observer.Trim().Length > 120) ModelState.AddModelError("Form.Observer", "form.too-long");
        if (ModelState.IsValid && await db.Set<Observation>().AnyAsync(o => o.CompetenceId == id && o.Officer == officer && o.Observed == day, ct))
            ModelState.AddModelError("Form.Observed", "observation.already");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = 422;
            return Page();
        }
        db.Add(new Observation
        {
            Owner = Competence.Owner, CompetenceId = id, InstitutionId = Form.Institution!.Value, Officer = officer!, Sex = sex, Age = Form.Age!,
            Observed = day, Outcome = outcome, Observer = Form.Observer!.Trim(), Fictional = Competence.Fictional,
        });
        events.Publish(new CompetenceObserved(id, Competence.Owner, day));
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Links.Local($"/observations?competence={id}"));
    }

    private async Task<IActionResult?> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Competence>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct) is not { } competence) return NotFound();
        if (!db.Viewer.May(CapacityPermissions.ObservationRecord, competence.Owner)) return Forbid();
        Competence = competence;
        Institutions = await db.Set<Institution>().AsNoTracking().Where(i => i.Owner == competence.Owner).OrderBy(i => i.Key).ToListAsync(ct);
        return null;
    }
}
