using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Capacity.Competences;

/// <summary>What the form of a competence posts.</summary>
public sealed class CompetenceForm : ChainForm
{
}

/// <summary>Makes or edits a competence.</summary>
[Permit(CapacityPermissions.LessonWrite)]
internal sealed class CompetenceEditModel(VakaDb db, IChain chain, IThemes themes) : ChainEditPage<Competence, CompetenceForm>(db, chain, themes)
{
    protected override string WritePermission => CapacityPermissions.LessonWrite;

    protected override string Kind => Kinds.Competence;

    protected override Competence Create(string owner, string key) => new() { Owner = owner, Key = key };

    protected override void Fill(CompetenceForm form, Competence row)
    {
    }

    protected override Task Apply(CompetenceForm form, Competence row, CancellationToken ct)
    {
        return Task.CompletedTask;
    }
}
