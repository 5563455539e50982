using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Law.Amendments;

namespace Vaka.Law.Consultation;

/// <summary>One comment on an amendment, with its answer.</summary>
[Public, Writes(LawPermissions.CommentWrite)]
internal sealed class CommentShowModel(VakaDb db, IChain chain) : ChainShowPage<Comment>(db, chain)
{
    protected override string WritePermission => LawPermissions.CommentWrite;

    /// <summary>Null when the viewer may not see it.</summary>
    public Amendment? Amendment { get; private set; }

    protected override async Task Load(CancellationToken ct) =>
        Amendment = await Db.Set<Amendment>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == Row.AmendmentId, ct);
}
