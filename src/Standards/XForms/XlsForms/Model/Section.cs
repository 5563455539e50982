namespace Vaka.XForms.XlsForms;

internal enum SectionKind
{
    Survey, Group, Repeat, Loop, Meta, Entity,
}

/// <summary>A node that holds others.</summary>
internal sealed class Section(string name, SectionKind kind) : FormNode(name)
{
    public SectionKind Kind { get; } = kind;

    public List<FormNode> Children { get; } = [];

    public bool IsRepeat => Kind == SectionKind.Repeat;

    public override IEnumerable<FormNode> SelfAndDescendants => Children.SelectMany(c => c.SelfAndDescendants).Prepend(this);

    /// <summary>Itself, or the nearest around it, that is a repeat or the survey.</summary>
    public Section Scope => IsRepeat || Parent is null ? this : Parent.Scope;

    /// <summary>How many repeats stand around its content.</summary>
    public int Repeats => (IsRepeat ? 1 : 0) + (Parent?.Repeats ?? 0);

    /// <summary>How many sections below its scope it lies.</summary>
    public int DepthInScope => ReferenceEquals(Scope, this) ? 0 : 1 + Parent!.DepthInScope;

    /// <summary>Itself and what is around it, from inside.</summary>
    public IEnumerable<Section> SelfAndAncestors => Ancestors.Prepend(this);
}
