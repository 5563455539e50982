using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Law.LegalGaps;

/// <summary>The legal gaps that the viewer may see.</summary>
[Public]
internal sealed class LegalGapsIndexModel(VakaDb db) : ChainIndexPage<LegalGap>(db);
