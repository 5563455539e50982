using Vaka.Kernel.Outbox;

namespace Vaka.Contracts.Capacity;

/// <summary>A supervisor observed whether an officer is competent. Says nothing of whom.</summary>
[EventName("capacity.competence-observed")]
public sealed record CompetenceObserved(Guid CompetenceId, string Owner, DateOnly On) : IEvent;
