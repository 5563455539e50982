using System.Xml;

namespace Vaka.Assessment.Collection;

/// <summary>What a list or property may be called: a name in XML, since it becomes one on devices.</summary>
internal static class NameRule
{
    public static bool Fits(string? name)
    {
        if (name is not { Length: > 0 and <= 100 } || name.StartsWith("__", StringComparison.Ordinal) || name.Contains('.', StringComparison.Ordinal)) return false;
        try
        {
            return XmlConvert.VerifyNCName(name) == name;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
