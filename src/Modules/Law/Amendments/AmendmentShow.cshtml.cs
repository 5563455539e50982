using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Ui;
using Vaka.Kernel.Words;
using Vaka.Law.Consultation;
using Vaka.Law.Instruments;
using Vaka.Law.PathToLaw;
using Vaka.Law.Validations;

namespace Vaka.Law.Amendments;

/// <summary>One amendment: what it would change, what was said of it, who decided on it and how far it has come.</summary>
[Public, Writes(LawPermissions.AmendmentDraft)]
internal sealed class AmendmentShowModel(VakaDb db, IChain chain, AmendmentPaths paths) : ChainShowPage<Amendment>(db, chain)
{
    protected override string WritePermission => LawPermissions.AmendmentDraft;

    public Provision? Provision { get; private set; }

    /// <summary>What would change, in one language, line by line.</summary>
    public IReadOnlyList<IReadOnlyList<Piece>> Changes { get; private set; } = [];

    /// <summary>Language of the words shown: the reader's, else the one that there is.</summary>
    public string TextLanguage { get; private set; } = "";

    public LawPath Path { get; private set; } = new([], []);

    public IReadOnlyList<Comment> Comments { get; private set; } = [];

    public IReadOnlyList<Validation> Validations { get; private set; } = [];

    public bool IsOverrun => Provision is { } p && Row.IsOverrun(p);

    public bool MayRelease => !Row.Released && Db.Viewer.May(LawPermissions.AmendmentRelease, Row.Owner);

    /// <summary>The step that ends the path is recorded here too: who records it answers for what it sets in motion.</summary>
    public bool MayRecord => Row.Released && Db.Viewer.May(LawPermissions.PathRecord, Row.Owner);

    public bool MayComment => Row.Released && Db.Viewer.May(LawPermissions.CommentWrite, Row.Owner);

    public bool MayValidate => Row.Released && Db.Viewer.May(LawPermissions.AmendmentValidate, Row.Owner);

    /// <summary>The step that must be taken before the one that was refused; null when none was.</summary>
    public LocalText? ComesFirst { get; private set; }

    /// <summary>Releases a draft to all whom its audience names.</summary>
    [Permit(LawPermissions.AmendmentRelease)]
    public async Task<IActionResult> OnPostReleaseAsync(Guid id, int revision, CancellationToken ct)
    {
        if (await Find(id, ct) is not { } row) return NotFound();
        if (!Db.Viewer.May(LawPermissions.AmendmentRelease, row.Owner)) return Forbid();
        if (row.Revision != revision) return await Show(id, "edit.stale", ct);
        await paths.Release(row, ct);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect(Links.Local(row.Path));
    }

    /// <summary>Records that the amendment took the next step of its country's path; the last one brings it into force.</summary>
    [Permit(LawPermissions.PathRecord)]
    public async Task<IActionResult> OnPostRecordAsync(Guid id, string? step, string? on, CancellationToken ct)
    {
        if (await Find(id, ct) is not { } row) return NotFound();
        if (!Db.Viewer.May(LawPermissions.PathRecord, row.Owner)) return Forbid();
        if (!DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return await Show(id, "path.day-needed", ct);
        if (!row.Released) return await Show(id, "amendment.draft-takes-no-step", ct);
        var path = await paths.Of(row, ct);
        // A taken step's day is corrected by a file, which knows what hangs on it.
        if (step is null || path.Taken(step) is not null) return await Show(id, "path.taken", ct);
        if (await paths.Refuse(row, step, day, ct) is { } refused)
        {
            if (refused == "path.not-next") ComesFirst = path.Next!.Name;
            return await Show(id, refused, ct);
        }
        var taken = new AmendmentStep { Owner = row.Owner, AmendmentId = row.Id, Step = step, On = day };
        taken.Follow(row);
        Db.Add(taken);
        if (step == PathStep.Commencement) await paths.Commence(row, day, ct);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect(Links.Local(row.Path));
    }

    protected override async Task Load(CancellationToken ct)
    {
        Provision = await Db.Set<Provision>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == Row.ProvisionId, ct);
        Comments = await Db.Set<Comment>().AsNoTracking().Where(c => c.AmendmentId == Row.Id).OrderBy(c => c.On).ThenBy(c => c.Key).ToListAsync(ct);
        Validations = await Db.Set<Validation>().AsNoTracking().Where(v => v.AmendmentId == Row.Id).OrderBy(v => v.On).ThenBy(v => v.Key).ToListAsync(ct);
        Path = await paths.Of(Row, ct);
        // Both texts in one language: words of two languages are no change of the law.
        var after = Row.After.For(Words.Language);
        TextLanguage = after.Language;
        Changes = Redline.Lines(Redline.Of(Row.Before[after.Language] ?? "", after.Text));
    }

    protected override async Task AlsoShare(Amendment row, CancellationToken ct)
    {
        foreach (var step in await Db.Set<AmendmentStep>().Where(s => s.AmendmentId == row.Id).ToListAsync(ct)) step.Follow(row);
    }
}
