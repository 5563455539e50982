using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Law.Amendments;

/// <summary>The amendments that the viewer may see.</summary>
[Public]
internal sealed class AmendmentsIndexModel(VakaDb db) : ChainIndexPage<Amendment>(db);
