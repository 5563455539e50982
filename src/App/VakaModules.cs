using Vaka.Assessment;
using Vaka.Capacity;
using Vaka.Evidence;
using Vaka.Kernel.Modules;
using Vaka.Law;
using Vaka.Programme;

namespace Vaka.App;

/// <summary>The rooms of the house.</summary>
public static class VakaModules
{
    /// <summary>All modules, in the order of the chain.</summary>
    public static IReadOnlyList<IModule> All { get; } =
        [new EvidenceModule(), new AssessmentModule(), new LawModule(), new CapacityModule(), new ProgrammeModule()];
}
