using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Ui;

namespace Vaka.Kernel.Chain;

/// <summary>What the shared parts of a chain row's page show.</summary>
/// <param name="Row">The row.</param>
/// <param name="Before">What it follows from.</param>
/// <param name="After">What follows from it.</param>
/// <param name="MayWrite">May the viewer edit, publish and share it?</param>
/// <param name="Problem">Words key of why the last act was refused; null when it was not.</param>
public sealed record ChainRowView(ChainRow Row, IReadOnlyList<ChainItem> Before, IReadOnlyList<ChainItem> After, bool MayWrite, string? Problem);

/// <summary>
/// A page that shows one row of the chain, with why it is there and what follows, and lets its owner's people publish a version and set
/// the audience. The page's class declares <c>[Public, Writes("…")]</c>.
/// </summary>
public abstract class ChainShowPage<T>(VakaDb db, IChain chain) : PageModel where T : ChainRow
{
    /// <summary>The database.</summary>
    protected VakaDb Db => db;

    /// <summary>The row.</summary>
    public T Row { get; private set; } = null!;

    /// <summary>For the partial views.</summary>
    public ChainRowView View { get; private set; } = null!;

    /// <summary>Permission with which the row is written.</summary>
    protected abstract string WritePermission { get; }

    /// <summary>Includes what the page shows besides.</summary>
    protected virtual IQueryable<T> Include(IQueryable<T> rows) => rows;

    /// <summary>Loads what the page shows besides the row.</summary>
    protected virtual Task Load(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Gives what hangs on the row the audience it now has.</summary>
    protected virtual Task AlsoShare(T row, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Shows the row.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Show(id, null, ct);

    /// <summary>Publishes the row as it is, following from what it followed from before.</summary>
    public async Task<IActionResult> OnPostPublishAsync(Guid id, int revision, CancellationToken ct)
    {
        if (await Find(id, ct) is not { } row) return NotFound();
        if (row.Revision != revision) return await Show(id, "edit.stale", ct);
        await chain.Publish(row, null, ct);
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Links.Local(row.Path));
    }

    /// <summary>Sets who may read the row.</summary>
    public async Task<IActionResult> OnPostShareAsync(Guid id, int revision, Audience audience, string? countries, CancellationToken ct)
    {
        if (await Find(id, ct) is not { } row) return NotFound();
        if (row.Revision != revision) return await Show(id, "edit.stale", ct);
        var sharing = HttpContext.RequestServices.GetRequiredService<Sharing>();
        if (await sharing.Share(row, audience, (countries ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries), ct) is { } refused)
        {
            db.ChangeTracker.Clear();
            return await Show(id, refused, ct);
        }
        await chain.Share(row, ct);
        await AlsoShare(row, ct);
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Links.Local(row.Path));
    }

    /// <summary>The row, tracked; null when it does not exist for this viewer.</summary>
    protected Task<T?> Find(Guid id, CancellationToken ct) => Include(db.Set<T>()).FirstOrDefaultAsync(r => r.Id == id, ct);

    /// <summary>The page, with a message when an act was refused.</summary>
    protected async Task<IActionResult> Show(Guid id, string? problem, CancellationToken ct)
    {
        if (await Find(id, ct) is not { } row) return NotFound();
        Row = row;
        View = new(row, await chain.Before(row.Kind, row.Id, ct), await chain.After(row.Kind, row.Id, ct), db.Viewer.May(WritePermission, row.Owner), problem);
        await Load(ct);
        if (problem is not null) Response.StatusCode = problem == "edit.stale" ? 409 : 422;
        return Page();
    }
}
