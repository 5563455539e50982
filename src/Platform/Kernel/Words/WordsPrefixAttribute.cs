namespace Vaka.Kernel.Words;

/// <summary>Prefix of the words for the values of an enumeration, where it is not the type's own name: <c>result.level</c> for <c>ResultLevel</c>.</summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class WordsPrefixAttribute(string prefix) : Attribute
{
    /// <summary>The prefix.</summary>
    public string Prefix { get; } = prefix;
}
