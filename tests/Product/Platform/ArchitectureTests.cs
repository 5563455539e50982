using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Vaka.App;
using Vaka.Kernel.Data;
using Vaka.Kernel.Modules;
using Vaka.Kernel.Ownership;

namespace Vaka.Product.Tests.Platform;

/// <summary>The house: floors use only floors below, modules show only their module class, nobody reaches into another's tables.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly[] Modules = [.. VakaModules.All.Select(m => m.GetType().Assembly).Distinct()];

    public static TheoryData<string> ModuleNames => [.. Modules.Select(m => m.GetName().Name!)];

    private static string[] Uses(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Vaka.", StringComparison.Ordinal) || n == "vaka")];

    [Theory, MemberData(nameof(ModuleNames))]
    public void A_module_uses_contracts_kernel_and_standards_only(string name)
    {
        var others = Modules.Select(m => m.GetName().Name!).Append("vaka").Append("Vaka.Migrations.Sqlite").Append("Vaka.Migrations.Postgres");
        Assert.Empty(Uses(Modules.Single(m => m.GetName().Name == name)).Intersect(others));
    }

    // A form that a page binds, and a view component, must be public types for the framework; they carry no behaviour others could use.
    [Theory, MemberData(nameof(ModuleNames))]
    public void A_module_shows_only_its_module_class(string name)
    {
        var shown = Modules.Single(m => m.GetName().Name == name).GetExportedTypes()
            .Where(t => !typeof(IModule).IsAssignableFrom(t) && !t.Name.EndsWith("Form", StringComparison.Ordinal) && !t.FullName!.StartsWith("AspNetCoreGeneratedDocument", StringComparison.Ordinal)
                && !typeof(Microsoft.AspNetCore.Mvc.ViewComponent).IsAssignableFrom(t));
        Assert.Empty(shown.Select(t => t.FullName));
    }

    [Fact]
    public void Contracts_use_the_kernel_only() =>
        Assert.Empty(Uses(typeof(Vaka.Contracts.Programme.IMeasure).Assembly).Except(["Vaka.Kernel"]));

    [Fact]
    public void The_kernel_uses_standards_only() => Assert.Empty(Uses(typeof(VakaDb).Assembly).Except(["Vaka.Gettext", "Vaka.Disclosure"]));

    [Theory, InlineData(typeof(Vaka.Gettext.PoFile)), InlineData(typeof(Vaka.Disclosure.SmallCells)), InlineData(typeof(Vaka.XForms.FormProblem))]
    public void Standards_know_nothing_of_vaka_the_web_or_databases(Type type)
    {
        // ExcelDataReader offers a workbook as an IDataReader, whose assembly of interfaces comes with it.
        var used = type.Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();
        Assert.DoesNotContain(used, n => n.StartsWith("Vaka", StringComparison.Ordinal) || n.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || n.Contains("EntityFramework", StringComparison.Ordinal) || (n.Contains("Data", StringComparison.Ordinal) && n is not ("ExcelDataReader" or "System.Data.Common")));
    }

    [Fact]
    public void No_foreign_key_crosses_a_module()
    {
        using var db = Context();
        var crossing = from entity in db.Model.GetEntityTypes()
                       from key in entity.GetForeignKeys()
                       where key.PrincipalEntityType.ClrType.Assembly != entity.ClrType.Assembly && !IsFramework(key.PrincipalEntityType.ClrType) && !IsFramework(entity.ClrType)
                       select $"{entity.Name} → {key.PrincipalEntityType.Name}";
        Assert.Empty(crossing);
    }

    [Fact]
    public void Every_row_of_a_module_has_an_owner_a_token_and_an_audit_trail()
    {
        using var db = Context();
        var loose = db.Model.GetEntityTypes().Where(e => Modules.Contains(e.ClrType.Assembly) && typeof(IEditable).IsAssignableFrom(e.ClrType))
            .Where(e => !typeof(IOwned).IsAssignableFrom(e.ClrType) || !typeof(Vaka.Kernel.Audit.IAudited).IsAssignableFrom(e.ClrType) || !e.FindProperty(nameof(IEditable.Revision))!.IsConcurrencyToken);
        Assert.Empty(loose.Select(e => e.Name));
    }

    [Fact]
    public void Every_owned_entity_has_the_audience_filter()
    {
        using var db = Context();
        Assert.Empty(db.Model.GetEntityTypes().Where(e => typeof(IOwned).IsAssignableFrom(e.ClrType) && e.FindDeclaredQueryFilter(Filters.Audience) is null).Select(e => e.Name));
        Assert.Empty(db.Model.GetEntityTypes().Where(e => typeof(IPrivileged).IsAssignableFrom(e.ClrType) && e.FindDeclaredQueryFilter(Filters.Team) is null).Select(e => e.Name));
    }

    [Fact]
    public void No_type_is_named_for_being_left_over()
    {
        string[] banned = ["Helper", "Manager", "Utils", "Util", "Common"];
        var named = Modules.Append(typeof(VakaDb).Assembly).Append(typeof(Vaka.Contracts.Programme.IMeasure).Assembly).Append(typeof(VakaModules).Assembly)
            .SelectMany(a => a.GetTypes()).Where(t => t.Namespace?.StartsWith("Vaka", StringComparison.Ordinal) == true && !t.Name.EndsWith("TagHelper", StringComparison.Ordinal) && banned.Any(b => t.Name.EndsWith(b, StringComparison.Ordinal) || t.Namespace?.EndsWith("." + b, StringComparison.Ordinal) == true));
        Assert.Empty(named.Select(t => t.FullName));
    }

    private static bool IsFramework(Type type) => type.Assembly.GetName().Name!.StartsWith("Microsoft.", StringComparison.Ordinal);

    private static VakaDb Context()
    {
        var options = new DbContextOptionsBuilder<VakaDb>();
        options.UseVaka("model.db");
        return new(options.Options, VakaModules.All, new CurrentViewer(), new WriterGate(), TimeProvider.System);
    }
}
