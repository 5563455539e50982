namespace Vaka.Assessment.Collection;

/// <summary>What the operator allows devices. Set by the environment of the process, the server's and that of <c>vaka device add</c> alike.</summary>
/// <param name="Digest">
/// <c>VAKA_DIGEST=on</c>: HTTP Digest, for a network of the office without TLS. Off otherwise, since the server must then keep what equals each device's password.
/// </param>
internal sealed record CollectOptions(bool Digest)
{
    public static CollectOptions Read() => new(Environment.GetEnvironmentVariable("VAKA_DIGEST") is "on" or "1" or "true");
}
