using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Vaka.XForms.XPath;

/// <summary>Strings of OpenRosa.</summary>
internal static class TextFunctions
{
    public static void Add(FunctionTable.Register add)
    {
        add("join", 1, int.MaxValue, call => XPathValue.Of(string.Join(call.Text(0), call.Texts(1))));
        add("substr", 2, 3, call => XPathValue.Of(Substr(call.Text(0), call.Number(1), call.Count > 2 ? call.Number(2) : double.PositiveInfinity)));
        add("regex", 2, 2, Matches);
        add("digest", 2, 3, Digest);
        add("base64-decode", 1, 1, call => XPathValue.Of(Decode(call.Text(0))));
        add("coalesce", 2, 2, call => XPathValue.Of(call.Text(0) is { Length: > 0 } first ? first : call.Text(1)));
    }

    /// <summary>From a 0-based place up to before another; places below 0 count from the end.</summary>
    private static string Substr(string text, double start, double end)
    {
        var from = Place(start, text.Length);
        return text[from..Math.Max(from, Place(end, text.Length))];
    }

    private static int Place(double place, int length)
    {
        if (double.IsNaN(place)) return 0;
        var whole = Math.Truncate(place);
        return (int)Math.Clamp(whole < 0 ? length + whole : whole, 0, length);
    }

    private static XPathValue Matches(Arguments call)
    {
        var (text, pattern) = (call.Text(0), call.Text(1));
        try
        {
            return XPathValue.Of(Pattern.IsIn(text, pattern, call.Evaluation.Context.RegexTimeout));
        }
        catch (RegexMatchTimeoutException slow)
        {
            throw call.Fault("The regular expression takes too long on this answer.", slow);
        }
        catch (ArgumentException invalid)
        {
            throw call.Fault($"The regular expression “{pattern}” cannot be read.", invalid);
        }
    }

    private static XPathValue Digest(Arguments call)
    {
        var (data, algorithm, encoding) = (Encoding.UTF8.GetBytes(call.Text(0)), call.Text(1), call.Count > 2 ? call.Text(2) : "base64");
#pragma warning disable CA5350, CA5351 // The form names the algorithm; these are fingerprints of answers, not protection.
        var hash = algorithm.ToUpperInvariant() switch
        {
            "MD5" => MD5.HashData(data),
            "SHA-1" => SHA1.HashData(data),
            "SHA-256" => SHA256.HashData(data),
            "SHA-384" => SHA384.HashData(data),
            "SHA-512" => SHA512.HashData(data),
            _ => throw call.Fault($"digest() knows MD5, SHA-1, SHA-256, SHA-384 and SHA-512, not “{algorithm}”."),
        };
#pragma warning restore CA5350, CA5351
        return XPathValue.Of(encoding.ToUpperInvariant() switch
        {
            "HEX" => Convert.ToHexStringLower(hash),
            "BASE64" or "" => Convert.ToBase64String(hash),
            _ => throw call.Fault($"digest() writes hex or base64, not “{encoding}”."),
        });
    }

    private static string Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }
}
