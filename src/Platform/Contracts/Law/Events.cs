using Vaka.Kernel.Outbox;

namespace Vaka.Contracts.Law;

/// <summary>An amendment came into force.</summary>
[EventName("law.amendment-commenced")]
public sealed record AmendmentCommenced(Guid AmendmentId, string Owner, DateOnly On) : IEvent;
