namespace Vaka.Contracts.Assessment;

/// <summary>A device that collects answers.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Revoked">No longer let in.</param>
public sealed record CollectDeviceItem(Guid Id, string Label, bool Revoked);

/// <summary>What a new device needs; none of it is shown again.</summary>
/// <param name="UserName">Its name at <c>/openrosa</c>.</param>
/// <param name="Secret">Its secret there, and its token in <c>/key/TOKEN</c>.</param>
/// <param name="Digest">May it use HTTP Digest?</param>
public sealed record IntroducedDevice(string UserName, string Secret, bool Digest);

/// <summary>The phones and tablets that may fetch forms and send answers.</summary>
public interface ICollectDevices
{
    /// <summary>Makes a device; gives its token, which is kept nowhere: it is shown this once.</summary>
    Task<string> Add(string owner, string label, CancellationToken ct = default);

    /// <summary>Makes a device; gives its name and secret, shown this once.</summary>
    Task<IntroducedDevice> Introduce(string owner, string label, CancellationToken ct = default);

    /// <summary>All devices of an owner, oldest first.</summary>
    Task<IReadOnlyList<CollectDeviceItem>> All(string owner, CancellationToken ct = default);

    /// <summary>Lets the devices of a label in no longer; gives how many there were.</summary>
    Task<int> Revoke(string owner, string label, CancellationToken ct = default);

    /// <summary>The code that a client photographs to take an address as its server: SVG.</summary>
    string Qr(string address, string projectName);
}
