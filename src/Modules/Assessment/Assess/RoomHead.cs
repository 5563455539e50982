namespace Vaka.Assessment.Assess;

/// <summary>The head of a list in this room (<c>_RoomHead.cshtml</c>): where the reader is, what the list is, a way to add to it and to take it along.</summary>
/// <param name="Prefix">Words prefix: <c>{prefix}.list</c>, <c>.list-lead</c>, <c>.new</c>.</param>
/// <param name="WritePermission">Who may add; null when rows come by import only.</param>
/// <param name="Path">Address of the list, which is also that of its data.</param>
internal sealed record RoomHead(string Prefix, string? WritePermission, string Path);
