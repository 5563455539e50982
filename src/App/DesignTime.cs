using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;

namespace Vaka.App;

/// <summary>For <c>scripts/migrations</c>: a context of the provider named by <c>VAKA_PROVIDER</c> (<c>postgres</c>, else SQLite).</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<VakaDb>
{
    /// <inheritdoc/>
    public VakaDb CreateDbContext(string[] args)
    {
        var connection = Environment.GetEnvironmentVariable("VAKA_PROVIDER") == "postgres" ? "Host=localhost" : "design.db";
        var options = new DbContextOptionsBuilder<VakaDb>();
        options.UseVaka(connection);
        return new(options.Options, VakaModules.All, new CurrentViewer(), new WriterGate(), TimeProvider.System);
    }
}
