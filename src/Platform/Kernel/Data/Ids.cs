namespace Vaka.Kernel.Data;

/// <summary>Row ids: UUID version 7 (RFC 9562), so that they sort by the time they were made and tables can be cut by id.</summary>
public static class Ids
{
    /// <summary>A new id.</summary>
    public static Guid New() => Guid.CreateVersion7();
}
