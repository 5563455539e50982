namespace Vaka.Contracts.Assessment;

/// <summary>A device that collects answers.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Revoked">No longer let in.</param>
public sealed record CollectDeviceItem(Guid Id, string Label, bool Revoked);

/// <summary>The phones and tablets that may fetch forms and send answers.</summary>
public interface ICollectDevices
{
    /// <summary>Makes a device; gives its token, which is kept nowhere: it is shown this once.</summary>
    Task<string> Add(string owner, string label, CancellationToken ct = default);

    /// <summary>All devices of an owner, oldest first.</summary>
    Task<IReadOnlyList<CollectDeviceItem>> All(string owner, CancellationToken ct = default);

    /// <summary>Lets the devices of a label in no longer; gives how many there were.</summary>
    Task<int> Revoke(string owner, string label, CancellationToken ct = default);
}
