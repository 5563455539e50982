using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Law.Instruments;

/// <summary>The laws and policies that the viewer may see.</summary>
[Public]
internal sealed class InstrumentsIndexModel(VakaDb db) : ChainIndexPage<Instrument>(db);
