using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Law.Amendments;

namespace Vaka.Law.Validations;

/// <summary>One decision of a body on an amendment.</summary>
[Public, Writes(LawPermissions.AmendmentValidate)]
internal sealed class ValidationShowModel(VakaDb db, IChain chain) : ChainShowPage<Validation>(db, chain)
{
    protected override string WritePermission => LawPermissions.AmendmentValidate;

    /// <summary>Null when the viewer may not see it.</summary>
    public Amendment? Amendment { get; private set; }

    protected override async Task Load(CancellationToken ct) =>
        Amendment = await Db.Set<Amendment>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == Row.AmendmentId, ct);
}
