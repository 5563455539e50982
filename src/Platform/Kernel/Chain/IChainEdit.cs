namespace Vaka.Kernel.Chain;

/// <summary>What the common part of a chain row's form shows (<c>/Chain/_CommonFields.cshtml</c>).</summary>
public interface IChainEdit
{
    /// <summary>The common fields.</summary>
    ChainForm CommonForm { get; }
    /// <summary>Owners for whom the viewer may make one.</summary>
    IReadOnlyList<string> Owners { get; }
    /// <summary>Themes to choose from.</summary>
    IReadOnlyList<ThemeItem> AllThemes { get; }
    /// <summary>What the row may follow from.</summary>
    IReadOnlyList<ChainItem> Offered { get; }
    /// <summary>Fields on which the form and the database differ, after a lost race.</summary>
    IReadOnlyList<Difference> Conflict { get; }
}
