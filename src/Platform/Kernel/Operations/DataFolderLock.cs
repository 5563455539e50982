using Vaka.Kernel.Failures;

namespace Vaka.Kernel.Operations;

/// <summary>One server per data folder: a lock file that the operating system frees however the process ends.</summary>
public static class DataFolderLock
{
    /// <summary>Takes the lock until the stream is disposed.</summary>
    /// <exception cref="PlainException">A server holds it.</exception>
    public static FileStream Take(string folder)
    {
        try
        {
            return new(Path.Combine(folder, "vaka.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.None);
        }
        catch (IOException e) when (!DiskFull.Is(e))
        {
            throw new PlainException("cli.folder-in-use", folder);
        }
    }
}
