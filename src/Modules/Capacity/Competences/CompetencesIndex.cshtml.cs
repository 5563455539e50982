using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Capacity.Competences;

/// <summary>The competences that the viewer may see.</summary>
[Public]
internal sealed class CompetencesIndexModel(VakaDb db) : ChainIndexPage<Competence>(db);
