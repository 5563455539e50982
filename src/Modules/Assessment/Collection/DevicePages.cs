using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Ui;
using Vaka.Kernel.Words;

namespace Vaka.Assessment.Collection;

/// <summary>A device in the list, with how much it has sent and when last.</summary>
internal sealed record DeviceRow(CollectDevice Device, int Sent, DateTime? Last);

/// <summary>A new device on the one answer that shows its secret.</summary>
/// <param name="Address">What is typed into Collect.</param>
/// <param name="Browser">What is opened in a browser.</param>
/// <param name="Qr">SVG of the code that Collect photographs.</param>
/// <param name="Server">Address for clients that ask for name and secret.</param>
/// <param name="Digest">May they ask without TLS?</param>
internal sealed record MadeDevice(string Label, string Address, string Browser, string Qr, string Server, string UserName, string Secret, bool Digest);

/// <summary>What makes a device.</summary>
public sealed class DeviceForm
{
    /// <summary>What people call it.</summary>
    [Required(ErrorMessage = "form.required"), StringLength(120, ErrorMessage = "form.too-long")]
    public string? Label { get; set; }
    /// <summary>Owner of what it sends.</summary>
    [Required(ErrorMessage = "form.required")]
    public string? Owner { get; set; }
    /// <summary>For trying forms out.</summary>
    public bool ForTesting { get; set; }
}

/// <summary>The devices that collect, and the address of a new one, shown once.</summary>
[Permit(AssessmentPermissions.FormWrite)]
internal sealed class DevicesModel(VakaDb db, Devices devices, States states) : PageModel
{
    public IReadOnlyList<DeviceRow> Rows { get; private set; } = [];

    public IReadOnlyList<(string Code, LocalText Name)> Owners { get; private set; } = [];

    public DeviceForm Form { get; private set; } = new();

    /// <summary>The new device.</summary>
    public MadeDevice? Made { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Show(ct);

    /// <summary>Makes a device and shows its address on this one answer, which no cache keeps.</summary>
    public async Task<IActionResult> OnPostAsync([Bind(Prefix = "Form")] DeviceForm form, CancellationToken ct)
    {
        Form = form;
        if (form.Owner is { } owner && !db.Viewer.May(AssessmentPermissions.FormWrite, owner)) return Forbid();
        if (ModelState.IsValid)
        {
            var (label, site) = (form.Label!.Trim(), $"{Request.Scheme}://{Request.Host}{Request.PathBase}");
            var made = await devices.Introduce(form.Owner!, label, form.ForTesting, ct);
            var address = $"{site}/key/{made.Secret}";
            (Made, Form) = (new(label, address, $"{site}/collect/#{made.Secret}", devices.Qr(address, $"Vaka {form.Owner}"), $"{site}/openrosa", made.UserName, made.Secret, made.Digest), new());
            ModelState.Clear();
        }
        return await Show(ct);
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid device, CancellationToken ct)
    {
        if (await db.Set<CollectDevice>().FirstOrDefaultAsync(d => d.Id == device, ct) is not { } row) return NotFound();
        row.Revoked = true;
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Links.Local("/devices"));
    }

    private async Task<IActionResult> Show(CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        var codes = db.Viewer.OwnersFor(AssessmentPermissions.FormWrite).Order(StringComparer.Ordinal).ToArray();
        var owners = new List<(string, LocalText)>();
        foreach (var code in codes) owners.Add((code, await states.NameOf(code, ct)));
        Owners = owners;
        var rows = await db.Set<CollectDevice>().AsNoTracking().Where(d => codes.Contains(d.Owner)).OrderBy(d => d.Revoked).ThenBy(d => d.Owner).ThenBy(d => d.Label).ToListAsync(ct);
        var sent = await db.Set<StoredSubmission>().Where(s => s.DeviceId != null && codes.Contains(s.Owner)).GroupBy(s => s.DeviceId!.Value).Select(g => new { g.Key, Count = g.Count(), Last = g.Max(s => s.CreatedAt) }).ToDictionaryAsync(g => g.Key, ct);
        Rows = rows.ConvertAll(d => sent.TryGetValue(d.Id, out var s) ? new DeviceRow(d, s.Count, s.Last) : new(d, 0, null));
        if (!ModelState.IsValid) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
