using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Vaka.Assessment.Collection;

/// <summary>What a client sends as <c>Authorization: Digest …</c> (RFC 2617, qop=auth; RFC 2069 without qop, then each nonce once).</summary>
internal sealed partial record DigestAnswer(string UserName, string Realm, string Nonce, string Address, string Response, string? Qop, string? NonceCount, string? ClientNonce)
{
    /// <summary>Name of the protected space. Part of what is hashed: never changed.</summary>
    public const string RealmOfDevices = "vaka";

    /// <summary>Reads the parameters; null for what is no such answer.</summary>
    public static DigestAnswer? Read(string parameters)
    {
        if (parameters.Length > 4096) return null;
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match m in Pair().Matches(parameters))
            if (!values.TryAdd(m.Groups["name"].Value, m.Groups["quoted"].Success ? m.Groups["quoted"].Value.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal) : m.Groups["bare"].Value)) return null;
        string? Of(string name) => values.GetValueOrDefault(name);
        if (Of("algorithm") is { } algorithm && !algorithm.Equals("MD5", StringComparison.OrdinalIgnoreCase)) return null;
        if (Of("qop") is { } qop && (qop != "auth" || Of("nc") is null || Of("cnonce") is null)) return null;
        return Of("username") is { } user && Of("realm") is { } realm && Of("nonce") is { } nonce && Of("uri") is { } uri && Of("response") is { } response
            ? new(user, realm, nonce, uri, response, Of("qop"), Of("nc"), Of("cnonce")) : null;
    }

    /// <summary>Which use of the nonce it is; 0 for a count that is none.</summary>
    public uint Count => NonceCount is null ? 1 : NonceCount.Length == 8 && uint.TryParse(NonceCount, System.Globalization.NumberStyles.AllowHexSpecifier, null, out var count) ? count : 0;

    /// <summary>Does it prove knowledge of the secret behind <paramref name="ha1"/>, for this method?</summary>
    public bool Proves(string ha1, string method)
    {
        var ha2 = Md5($"{method}:{Address}");
        var expected = Qop is null ? Md5($"{ha1}:{Nonce}:{ha2}") : Md5($"{ha1}:{Nonce}:{NonceCount}:{ClientNonce}:{Qop}:{ha2}");
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(Response.ToLowerInvariant()));
    }

    /// <summary>What the server keeps to know a secret by: equals the secret, within this realm.</summary>
    public static string Ha1(string user, string secret) => Md5($"{user}:{RealmOfDevices}:{secret}");

#pragma warning disable CA5351 // The protocol knows no other hash that clients speak.
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351

    [GeneratedRegex("""(?<name>\w+)\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<bare>[^\s,"]+))""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pair();
}
