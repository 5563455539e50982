namespace Vaka.Contracts.Programme;

/// <summary>Rows of a module that an indicator may count. The indicator is bound to it by <see cref="Name"/> and recomputes itself.</summary>
public interface IMeasure
{
    /// <summary>Stable name in indicators and files, e.g. <c>law.amendments-commenced</c>.</summary>
    string Name { get; }

    /// <summary>Are the rows counted people? Then small counts are withheld from those who may not see the rows.</summary>
    bool CountsPeople { get; }

    /// <summary>All rows of an owner that count, on the system's behalf: who may see them is decided by whoever shows them.</summary>
    Task<IReadOnlyList<MeasuredRow>> Rows(string owner, CancellationToken ct = default);
}

/// <summary>One row that an indicator counts.</summary>
/// <param name="Owner">Its owner.</param>
/// <param name="On">Day it counts from.</param>
/// <param name="Sex"><c>f</c>, <c>m</c>, <c>x</c>; null when it is not a person.</param>
/// <param name="Age">Age group; null when it is not a person.</param>
/// <param name="Label">What to call it in a list: a key or a code, never a name.</param>
/// <param name="Path">Address of its page, without a language; null when it has none.</param>
public sealed record MeasuredRow(string Owner, DateOnly On, string? Sex, string? Age, string Label, string? Path);
