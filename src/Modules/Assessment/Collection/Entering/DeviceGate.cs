using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Vaka.Assessment.Collection;

/// <summary>Whoever knocks: the device, or the status and words key of the refusal.</summary>
internal sealed record Knock(CollectDevice? Device, int Status = 200, string Key = "");

/// <summary>
/// Lets devices in. Below <c>/key/TOKEN</c> the address is the credential; at <c>/openrosa</c> a device says its name and secret by HTTP Basic, over
/// TLS alone, or by Digest where the operator allows it. Both secrets are one: a device's token.
/// </summary>
internal sealed class DeviceGate(Devices devices, CollectOptions options, Nonces nonces, Guesses guesses)
{
    public async Task<Knock> Who(HttpContext http)
    {
        var ct = http.RequestAborted;
        if (http.Request.RouteValues["token"] is string token)
            return await devices.Known(token, ct) is { } known ? new(known) : Refuse(http, "collect.unknown-device");
        var from = http.Connection.RemoteIpAddress?.ToString() ?? "";
        if (!AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var said) || said.Parameter is not { } parameter) return Refuse(http, "collect.name-and-secret");
        if (said.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)) return TakesBasic(http) ? await Basic(http, parameter, from, ct) : Refuse(http, "collect.needs-tls");
        if (said.Scheme.Equals("Digest", StringComparison.OrdinalIgnoreCase) && options.Digest) return await Digest(http, parameter, from, ct);
        return Refuse(http, "collect.name-and-secret");
    }

    /// <summary>A secret in clear crosses no network: TLS, or a connection within this machine (a proxy that ends TLS here).</summary>
    public static bool TakesBasic(HttpContext http) => http.Request.IsHttps || http.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(http.Connection.RemoteIpAddress);

    private async Task<Knock> Basic(HttpContext http, string parameter, string from, CancellationToken ct)
    {
        var bytes = new byte[parameter.Length];
        if (!Convert.TryFromBase64String(parameter, bytes, out var length)) return Refuse(http, "collect.name-and-secret");
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return Refuse(http, "collect.name-and-secret");
        var (user, secret) = (Folded(pair[..colon]), pair[(colon + 1)..]);
        if (guesses.AreTooMany(user, from)) return TooMany(http);
        if (await devices.Known(secret, ct) is { } device && device.UserName == user) return Welcome(device, user, from);
        guesses.Wrong(user, from);
        return Refuse(http, "collect.unknown-device");
    }

    private async Task<Knock> Digest(HttpContext http, string parameter, string from, CancellationToken ct)
    {
        if (DigestAnswer.Read(parameter) is not { Realm: DigestAnswer.RealmOfDevices } answer || !Means(answer.Address, http)) return Refuse(http, "collect.name-and-secret");
        var user = Folded(answer.UserName);
        if (guesses.AreTooMany(user, from)) return TooMany(http);
        if (!nonces.IsOurs(answer.Nonce)) return Refuse(http, "collect.name-and-secret", stale: true);
        var device = await devices.Named(user, ct);
        if (device is null || devices.Ha1(device) is not { } ha1 || !answer.Proves(ha1, http.Request.Method))
        {
            guesses.Wrong(user, from);
            return Refuse(http, "collect.unknown-device");
        }
        return nonces.Use(answer.Nonce, answer.Count) == NonceFate.Good ? Welcome(device, user, from) : Refuse(http, "collect.name-and-secret", stale: true);
    }

    private Knock Welcome(CollectDevice device, string user, string from)
    {
        guesses.Right(user, from);
        return new(device);
    }

    private Knock Refuse(HttpContext http, string key, bool stale = false)
    {
        var challenges = new List<string>();
        // The stronger first: of several, clients take the first that they speak.
        if (options.Digest) challenges.Add(string.Create(CultureInfo.InvariantCulture, $"Digest realm=\"{DigestAnswer.RealmOfDevices}\", qop=\"auth\", algorithm=MD5, nonce=\"{nonces.Make()}\"{(stale ? ", stale=true" : "")}"));
        if (TakesBasic(http)) challenges.Add($"Basic realm=\"{DigestAnswer.RealmOfDevices}\", charset=\"UTF-8\"");
        if (challenges.Count == 0) return new(null, StatusCodes.Status403Forbidden, "collect.needs-tls");
        http.Response.Headers.WWWAuthenticate = challenges.ToArray();
        return new(null, StatusCodes.Status401Unauthorized, key);
    }

    private static Knock TooMany(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "900";
        return new(null, StatusCodes.Status429TooManyRequests, "collect.too-many-guesses");
    }

    // The address that was signed is the address that was asked for; some clients write it out in full.
    private static bool Means(string signed, HttpContext http)
    {
        var asked = http.Features.Get<IHttpRequestFeature>()?.RawTarget is { Length: > 0 } raw ? raw : http.Request.PathBase + http.Request.Path + http.Request.QueryString;
        return signed == asked || (Uri.TryCreate(signed, UriKind.Absolute, out var full) && full.Scheme is "http" or "https" && full.PathAndQuery == asked);
    }

    private static string Folded(string user) => user.Trim().ToLowerInvariant();
}
